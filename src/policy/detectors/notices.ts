import type { Detector } from '../detector.ts'
import { event } from '../words/notice-event.ts'
import { missing } from '../words/notice-missing.ts'
import { road } from '../words/notice-road.ts'
import { weather } from '../words/notice-weather.ts'
import { cueDetector } from './cue.ts'

/** Time-sensitive notices: roads, events, weather, missing people. English and Spanish. */
export const noticesDetector: Detector = cueDetector('notices', [
  { fact: 'notice.road', because: 'tells of a road that is closed, blocked or slow', words: road },
  { fact: 'notice.event', because: 'announces an event', words: event },
  { fact: 'notice.weather', because: 'warns of weather', words: weather },
  { fact: 'notice.missing', because: 'seeks a missing or endangered person', words: missing },
])
