/** What leads to the page of places; loads with what shows it. */
export const zhPlacesEntry = { link: '镇街排名', title: '镇街排名、瓦片图和地图' }
export const enPlacesEntry: typeof zhPlacesEntry = { link: 'Ranks', title: 'Places ranked, as tiles and on a map' }
