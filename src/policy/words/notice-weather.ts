import type { CueWords } from './cue-words.ts'

/** Words that warn of weather or of a like danger, and (less surely) that speak of one. */
export const weather: CueWords = {
  alone: `
    storm/flood/flooding/tornado/hurricane/blizzard/thunderstorm/wind/heat/freeze/frost/fog/avalanche/tsunami/cyclone/typhoon/rainfall/rain/surge/tide warning/warnings/watch/advisory/advisories/alert
    winter storm, winter weather, flash flood, flash floods, flash flooding, coastal flooding, storm surge, severe thunderstorm/thunderstorms/weather/storm/storms, red flag warning, ice storm, snow storm/squall/emergency, snowstorm, snow squalls
    parking ban, snow ban, travel ban, snow emergency, black ice, icy roads/conditions/streets/sidewalks, slick roads, freezing rain, wintry mix, wind chill, high winds, gusty winds, strong winds, damaging winds, mph winds, gusts up to, dangerously cold, bitter cold, extreme cold/heat, excessive heat, dangerous heat, heat wave, heat index, dense fog, air quality alert/warning/advisory
    cooling center/centers, warming center/centers, warming shelter, national weather service, weather alert/alerts/emergency/warning, power outage/outages due/because, inches of snow/rain/ice, snow is/_ expected, turn around don't drown, take shelter now, evacuation order/orders/warning/notice/notices/zone/area/areas/center/centers, mandatory/voluntary evacuation/evacuations, evacuate now/immediately, pre-evacuation, evacuations ordered/lifted, rising water/waters/river/rivers, hurricane season, fire danger, total fire ban, bushfire/wildfire warning/alert, emergency warning
    watch and act, stay indoors, king tide, storm preparedness, winds of, snow removal, snowemergency, state of emergency
    alerta/aviso/advertencia de tormenta/inundacion/inundaciones/huracan/nevada/calor/lluvia/viento/vientos/tornado/tsunami, alerta/emergencia meteorologica, fuertes lluvias, lluvias fuertes, vientos fuertes, ola de calor, hielo negro, por la nevada/nieve/tormenta/inundacion, centro/centros de enfriamiento/calentamiento, orden de evacuacion, evacuacion obligatoria, tormenta invernal/tropical, prohibido estacionar`,
  perhaps: `
    floods, flooding, flooded, floodwaters, flood waters, floodwater, hurricane, cyclone, cyclones, typhoon, typhoons, tornado, tornadoes, tsunami, blizzard, drought, droughts, wildfire, wildfires, bushfire, bushfires, heavy rain/rains/rainfall/snow/snowfall, torrential rain/rains, monsoon, monsoons, rainfall, snowfall, landslide, landslides, mudslide, mudslides, earthquake, earthquakes, aftershock, aftershocks, storms, hailstorm, rainy season, rains, flood victims/relief, freezing temperatures, harsh winter, cold wave, tropical storm, tropical depression, superstorm, super typhoon, downpour, downpours, abflood, yycflood, nswfires
    huracan, inundacion, inundaciones, terremoto, sismo, temblor, tifon, incendio forestal, lluvias, alluvione, terremoti, terremoto`,
  pairs: [
    {
      words: `storm, storms, snow, flood, floods, flooding, flooded, floodwaters, hurricane, tornado, blizzard, heat, ice, icy, sleet, hail, lightning, thunder, thunderstorms, wind, winds, gusts, rain, fog, cold, frost, freeze, freezing, temperatures, heatwave, nor'easter, noreaster, weather, river, creek, tide, tropical, wildfire, bushfire, smoke, typhoon, tsunami, brush fire, drought, wind chill, temps
        tormenta, nieve, nevada, lluvia, lluvias, viento, vientos, calor, frio, hielo, huracan, inundacion, inundaciones, rio, niebla`,
      with: `warning, watch, advisory, alert, forecast, forecasted, expected, prepare, prepared, evacuate, evacuation, evacuated, evacuations, stay home/inside/indoors/off/safe/away/hydrated/cool, slow down, avoid, ban, caution, careful, dangerous, hazardous, slippery, take shelter, seek shelter, drive through, drive slowly, do not drive, don't drive, off the roads/road/street, move your/all car/cars/vehicle/vehicles, check on, be ready, emergency kit, limit time, heading/headed our way, conditions, closing early, rising, indoors, shelter, hydrated, crest, in effect, until, tonight, overnight, low beams, outages, cancelled, canceled, closed, delays, approaching
        se esperan, se espera, alerta, aviso, evite, precaucion, cuidado, refugio, evacuar, evacuacion, prohibido, manejen, maneje, conduzca, quedense, esta noche, pronostico`,
      reach: 50,
    },
  ],
  idioms: `storm of applause, take the world by storm, took the town by storm, the heat of the moment, heat is on, brainstorm, perfect storm, flood of calls/tips/donations/messages/support, cold case, cold cases, break the ice, ice cream, on ice, ice rink, ice hockey, rain check, heat gun, cold brew, iced coffee, snow angels, snow cone, snow cones, storm out, under the weather, fair weather, cold feet, flooded with calls/messages/support, kindness
    common cold, cold drinks, thunder basketball, lightning speed, heat game, ice and, smoke detector, smoke detectors, smoke alarm, smoke alarms, dispatch center, emotional`,
}
