import type { CueWords } from './cue-words.ts'

/** Words that close a road, warn of traffic, or open it again. */
export const road: CueWords = {
  alone: `find another way, use another road/street, take another road/street, turning cars around, turning traffic around, turned around at, sinkhole, all lanes open/reopened/are open/are reopened, all lanes back open, lanes back open, traffic moving again, slow going, bumper to bumper, stop and go, gridlock, heavy congestion, congestion, crash with injuries, injury crash, serious crash, fatal crash, multi vehicle crash, multi-vehicle crash, two car crash, two-car crash, car crash, one lane, single lane, lane shift, lane restrictions, street parking suspended, no parking, street sweeping, bridge work, bridge is up, downed tree/trees/wires/wire/lines/pole, disabled vehicle, car fire, truck fire, vehicle fire, debris in road, pothole repair, crews are on scene/repairing, crews on scene, plan an alternate, allow extra time, give yourself extra time, add extra time, road is shut, drivers should, motorists should, motorists are asked/advised/urged, drivers are asked/advised/urged, mind the cones, traffic stopped/stop/is/at stopped/slow/a standstill, traffic at a standstill, choque, accidente de transito, ambas direcciones, paso cerrado, no hay paso,
    road/street/lane/ramp/bridge/highway closed/closure/closures/blocked/reopened, roads closed, lanes closed/blocked
    traffic alert/advisory/delay/delays/update/notice, heavy traffic, traffic is/_ backed up, traffic hazard, roadclosed, roadclosure, trafficalert
    road/lane/street/bridge/highway/route/avenue/ramp is/are/remains/remain/will/has/have be/been/_ closed/shut/blocked/impassable/reopened
    roads/lanes/streets/bridges/ramps are/remain/have/will be/been/_ closed/shut/blocked/impassable/reopened
    closed to/for all/_ traffic, closed in both directions, open/reopened in both directions, both directions are/_ closed
    alternate/alternative/different/another route/routes, detour, detours, detoured, rerouted, traffic is being diverted/rerouted
    avoid the/this area, avoid this/that intersection, stay clear of the/this area, expect/expected/anticipate delays, expect heavier/heavy/slow traffic
    traffic signal/signals/light/lights is/are out, four way stop, roadwork, road work, road construction, flaggers
    power lines down/across, wires down, tree down across/on/in, on/off ramp closed, rolling roadblock
    expect traffic delays, slow down move over, motor vehicle accident, railroad crossing, traffic pattern, road reopened
    cierre/cierres de calle/calles/carretera/carreteras/via/vias/carril/carriles, calle/calles/carretera/avenida cerrada/cerradas, rutas/ruta alternas/alterna/alternativas/alternativa
    carril/carriles bloqueado/bloqueados/cerrado/cerrados, espere/esperen retrasos/demoras, desvio, desvios, evite/eviten la zona/area, trafico pesado/lento, via/vias cerrada/cerradas`,
  pairs: [
    {
      words: `road, roads, street, streets, st, ave, avenue, blvd, boulevard, drive, dr, lane, lanes, highway, hwy, interstate, route, rt, rte, turnpike, parkway, pkwy, freeway, bridge, bridges, tunnel, ramp, exit, intersection, overpass, underpass, crossing, corner
        eastbound, westbound, northbound, southbound, i-84, i-91, i-95, downtown, main, north, south, calle, carretera, avenida, autopista, puente, carril, via, vias`,
      with: `closed, closure, closures, shut down, shut, blocked, blocking, blocks, reopened, reopens, reopen, reopening, impassable, passable, backed up, detour, gridlocked, washed out/away, cut off, not passable, no through traffic, local traffic only
        cerrada, cerradas, cerrado, cerrados, bloqueada, bloqueado, bloqueadas, bloqueados, reabierta, reabierto`,
      reach: 50,
    },
    {
      words: `crash, collision, accident, rollover, wreck, overturned, jackknifed, disabled vehicle, stalled, accidente, choque, mva, mvc, debris in the road/roadway, paving, utility work, construction, water main break, gas leak, parade, utility crews, repaving, milling`,
      with: `lane, lanes, traffic, delays, avoid, use caution, seek, carril, retrasos, trafico, eviten, evite, plan ahead, flagger, expect, route, commute, motorists`,
      reach: 60,
    },
    {
      words: `roads, road, bridge, bridges, highway, highways, route`,
      with: `damaged, destroyed, flooded, submerged, collapsed, under water, inundated, repairs, repaired, inaccessible`,
      reach: 40,
      confidence: 0.5,
    },
  ],
  idioms: `crossing guard, crossing guards, case closed, closed the deal, closed a deal, road to recovery, street closed case`,
  unless: `closed a/the deal`,
}
