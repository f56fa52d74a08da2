/** Starts loading the chart library as soon as a page with charts is asked for, while its plan is still being read. Imported for that alone. */
void import('../components/chart/DrawnChart.vue')
