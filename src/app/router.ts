import { createRouter, createWebHashHistory } from 'vue-router'
import BoardView from '../views/BoardView.vue'

/** Hash routes: they work on any static host and from disk. Every board state is an address. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', component: BoardView },
    { path: '/plan/:plan', component: BoardView },
    { path: '/plans', component: () => import('../views/PlansView.vue') },
    { path: '/help', component: () => import('../views/HelpView.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
