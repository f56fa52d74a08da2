import { createApp } from 'vue'
import { createPinia } from 'pinia'
import './tokens.css'
import './base.css'
import App from './App.vue'
import { messagesKey } from '../components/messages'
import { shownThemeKey } from '../components/shownTheme'
import { messages, startLanguage } from './locale'
import { router } from './router'
import { shownTheme, startTheme } from './theme'

startTheme()
void startLanguage()
createApp(App).use(createPinia()).use(router).provide(messagesKey, messages).provide(shownThemeKey, shownTheme).mount('#app')
