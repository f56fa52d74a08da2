import { createRouter, createWebHashHistory } from 'vue-router'
import BoardView from '../views/BoardView.vue'

/** Hash routes: they work on any static host and from disk. Every state of a screen is an address. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', component: BoardView },
    { path: '/plan/:plan', component: BoardView },
    { path: '/plan/:plan/target/:target', component: () => import('../views/target/TargetView.vue'), meta: { screen: 'target' } },
    { path: '/plan/:plan/area/:area', component: () => import('../views/area/AreaView.vue'), meta: { screen: 'area' } },
    { path: '/plan/:plan/compare', component: () => import('../views/compare/CompareView.vue'), meta: { screen: 'compare' } },
    { path: '/plan/:plan/places', component: () => import('../views/places/PlacesView.vue'), meta: { screen: 'places' } },
    { path: '/plan/:plan/screen', component: () => import('../views/screen/ScreenView.vue'), meta: { screen: 'wall' } },
    { path: '/plan/:plan/:page(report|collect|chase|review|checks|burden)', component: () => import('../views/report/ReportPages.vue'), meta: { screen: 'report' } },
    { path: '/plan/:plan/:page(exchange|conflicts|safekeeping)', component: () => import('../views/exchange/ExchangePages.vue'), meta: { screen: 'report' } },
    { path: '/plan/:plan/setup/:page?', component: () => import('../views/setup/SetUpPages.vue'), meta: { screen: 'setup' } },
    { path: '/plan/:plan/:page(slips|inbox|ranking)', component: () => import('../views/supervise/SupervisePages.vue'), meta: { screen: 'supervise' } },
    { path: '/plan/:plan/:page(meetings|bulletins)', component: () => import('../views/meeting/MeetingPages.vue'), meta: { screen: 'meetings' } },
    { path: '/plan/:plan/meeting/:meeting', component: () => import('../views/meeting/MeetingView.vue'), meta: { screen: 'wall' } },
    { path: '/plan/:plan/:page(papers|snapshots)', component: () => import('../views/papers/PaperPages.vue'), meta: { screen: 'papers' } },
    { path: '/plans', component: () => import('../views/PlansView.vue'), meta: { screen: 'plans' } },
    { path: '/help', component: () => import('../views/HelpView.vue'), meta: { screen: 'help' } },
    { path: '/:rest(.*)*', component: () => import('../views/LostView.vue'), meta: { screen: 'lost' } },
  ],
})
