/** This moment, in ISO 8601 and UTC. The one place that asks the machine for the time. */
export function now(): string {
  return new Date().toISOString()
}
