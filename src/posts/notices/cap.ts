/** The words of the Common Alerting Protocol 1.2 (OASIS, 2010), section 3.2; a notice is told in them. */
export const statuses = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const
export const messageTypes = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const
export const scopes = ['Public', 'Restricted', 'Private'] as const
export const categories = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const
export const responseTypes = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const
export const urgencies = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const
export const severities = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const
export const certainties = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const

export type Urgency = (typeof urgencies)[number]
export type Severity = (typeof severities)[number]
export type Certainty = (typeof certainties)[number]

/** Latitude and longitude, degrees of WGS 84. */
export type Place = readonly [latitude: number, longitude: number]

export interface CapArea {
  words: string
  /** Each closed: the last place is the first. */
  polygons: readonly (readonly Place[])[]
  /** Radius in kilometres. */
  circles: readonly { centre: Place; radius: number }[]
}

/** What is said in one language. */
export interface CapInfo {
  /** BCP 47. */
  language: string
  categories: readonly (typeof categories)[number][]
  event: string
  responses: readonly (typeof responseTypes)[number][]
  urgency: Urgency
  severity: Severity
  certainty: Certainty
  /** Moments, ISO 8601. */
  effective: string | null
  onset: string | null
  expires: string | null
  senderName: string | null
  headline: string | null
  description: string | null
  instruction: string | null
  web: string | null
  contact: string | null
  areas: readonly CapArea[]
}

export interface CapAlert {
  identifier: string
  sender: string
  /** A moment, ISO 8601. */
  sent: string
  status: (typeof statuses)[number]
  type: (typeof messageTypes)[number]
  scope: (typeof scopes)[number]
  note: string | null
  /** The messages that this one updates or cancels. */
  references: readonly { sender: string; identifier: string; sent: string }[]
  infos: readonly CapInfo[]
}

export const cap12 = 'urn:oasis:names:tc:emergency:cap:1.2'
