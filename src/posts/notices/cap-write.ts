import { Temporal } from 'temporal-polyfill'
import { cap12, type CapAlert, type CapArea, type CapInfo, type Place } from './cap.ts'
import { keepable, writeXml, type Written } from './xml-write.ts'

/**
 * An alert as CAP 1.2, in the order of the schema. Times are written in the agency's zone with a numeric offset, as
 * the standard demands; signs that XML does not have are left out; lines that are empty are not written.
 */
export function writeCap(alert: CapAlert, zone: string): string {
  const { references, infos } = alert
  const referred = references.map(
    ({ sender, identifier, sent }) => `${label(sender)},${label(identifier)},${moment(sent, zone)}`,
  )
  return writeXml('alert', cap12, [
    ['identifier', label(alert.identifier)],
    ['sender', label(alert.sender)],
    ['sent', moment(alert.sent, zone)],
    ['status', alert.status],
    ['msgType', alert.type],
    ['scope', alert.scope],
    ...words('note', alert.note),
    ...(referred.length === 0 ? [] : [['references', referred.join(' ')] as const]),
    ...infos.map((info) => ['info', infoOf(info, zone)] as const),
  ])
}

/** A moment as CAP writes it: `2026-11-21T14:00:00-05:00`. */
export function moment(at: string, zone: string): string {
  const here = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return `${here.toPlainDateTime().toString({ smallestUnit: 'second' })}${here.offset.slice(0, 6)}`
}

/** An identifier or a sender has no space, comma, & or < in it. */
function label(written: string): string {
  const clean = keepable(written).replaceAll(/[\s,&<]+/g, '-')
  if (clean === '') throw new RangeError('an alert without an identifier or a sender')
  return clean
}

function words(name: string, written: string | null): Written[] {
  const clean = keepable(written ?? '').trim()
  return clean === '' ? [] : [[name, clean]]
}

function time(name: string, at: string | null, zone: string): Written[] {
  return at === null ? [] : [[name, moment(at, zone)]]
}

function infoOf(info: CapInfo, zone: string): Written[] {
  return [
    ['language', info.language],
    ...info.categories.map((category): Written => ['category', category]),
    ['event', info.event],
    ...info.responses.map((response): Written => ['responseType', response]),
    ['urgency', info.urgency],
    ['severity', info.severity],
    ['certainty', info.certainty],
    ...time('effective', info.effective, zone),
    ...time('onset', info.onset, zone),
    ...time('expires', info.expires, zone),
    ...words('senderName', info.senderName),
    ...words('headline', info.headline),
    ...words('description', info.description),
    ...words('instruction', info.instruction),
    ...words('web', info.web),
    ...words('contact', info.contact),
    ...info.areas.map((area): Written => ['area', areaOf(area)]),
  ]
}

function areaOf({ words: said, polygons, circles }: CapArea): Written[] {
  return [
    ['areaDesc', said],
    ...polygons.map((places): Written => ['polygon', places.map(place).join(' ')]),
    ...circles.map(({ centre, radius }): Written => ['circle', `${place(centre)} ${plain(radius)}`]),
  ]
}

/** Five decimals are a metre; never with an exponent. */
function place([latitude, longitude]: Place): string {
  return `${plain(latitude)},${plain(longitude)}`
}

function plain(number: number): string {
  const written = number.toFixed(5).replace(/\.?0+$/, '')
  return written === '-0' ? '0' : written
}
