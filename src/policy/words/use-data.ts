import type { CueWords } from './cue-words.ts'

/** Words that share crime maps or figures. */
export const data: CueWords = {
  alone: `
    arrests and wrote, weekly numbers, weekly activity, monthly activity, activity report,
    crime is at a, ten year low, year low, year high, quarter crime numbers, quarter one/two/three/four,
    q1/q2/q3/q4, first/second/third/fourth quarter crime, crime by the numbers,
    numbers for june/july/may/april/march,
    crash/collision/incident/shooting/theft/arrest/traffic/overdose map/maps/dashboard/data/statistics/stats,
    live map, interactive map, heat map, use of force report, crime update, crime summary, crime is down/up,
    crime was down/up, crime has dropped/fallen/risen/declined, stats for, statistics for, numbers are in,
    the numbers for, quarterly report, police log, police blotter, weekly blotter, incident log,
    case clearance, clearance rate, response time, response times, public data, open data,
    mapa de delitos/incidentes/choques,
    crime map/maps/mapping,
    crime stats/statistics/data/figures/numbers/rate/rates/trend/trends/report/analysis/dashboard,
    crimemapping, compstat, comstat, annual report, monthly report, weekly report, year-end report,
    year to date, open data portal, data dashboard, transparency portal/dashboard, part 1 crimes,
    part one crimes, violent crime is/are/was/fell/dropped/decreased/rose,
    property crime is/are/was/fell/dropped/decreased/rose, calls for service, by the numbers,
    traffic stop data, arrest statistics, use of force data, lexisnexis community crime,
    mapa/mapas del/de delito/delitos/crimen, estadisticas de/del delito/delitos/crimen/criminalidad,
    cifras de/del delito/delitos/crimen, indice de criminalidad`,
  pairs: [
    {
      words: `
        burglaries, robberies, thefts, homicides, shootings, assaults, larcenies, car thefts, auto thefts,
        violent crime, property crime, crime, crimes, gun violence, crashes, collisions, citations,
        overdoses, incidents, break-ins, arrests, robos, homicidios, asaltos, delitos, murders, fatalities,
        traffic stops, complaints`,
      with: `
        down, up, decreased, increased, decrease, increase, dropped, fell, rose, fewer, percent,
        compared to, compared with, last year, this year, reduction, year over year, per cent, since last,
        statistics, stats, dashboard, this month, last month, in january, in may, lowest, highest, bajaron,
        subieron, disminuyeron, aumentaron, por ciento`,
      reach: 40,
    },
    {
      words: `
        shootings, thefts, burglaries, robberies, homicides, larcenies, assaults, stolen cars, break-ins,
        crime, crashes, fatal crashes, overdoses, calls, stops, arrests, citations, tickets, warnings,
        incidents`,
      with: `
        first half, second quarter, third quarter, first quarter, year so far, so far this year, than last,
        than in, per capita, total of, totaled, on average, by district, by neighborhood, by zone,
        in 2019/2020/2021/2022/2023/2024/2025/2026, last week we, last month we, past week, past month`,
      reach: 50,
    },
    {
      words: `
        in january/february/march/april/may/june/july/august/september/october/november/december, this week,
        last week, year to date, ytd`,
      with: `
        car thefts, auto thefts, stolen cars, thefts from, burglaries, robberies, larcenies, assaults,
        homicides, shootings, car break-ins, overdoses`,
      reach: 25,
      confidence: 0.6,
    },
    {
      words: `
        last week, last month, this week, this month, last weekend, over the weekend, in may, in june,
        yesterday`,
      with: `
        our officers made, officers responded to, officers handled, officers wrote, officers issued,
        we responded to, we handled, arrests and, citations issued, citations and`,
      reach: 50,
      confidence: 0.7,
    },
  ],
  idioms: `
    up and running, lock up, up to, end up, sign up, show up, slow down, shut down, settle down, track down,
    calm down, cut down, crime scene, crime stoppers, crime lab, crime prevention, step up, pick up,
    down the, picked up, set up, hate crime, call up, wake up, look up`,
  unless: `tip line, crime stoppers, crimestoppers, most wanted`,
}
