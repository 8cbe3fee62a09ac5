/**
 * What a detector saw: one fact, where, how surely, and why in words.
 * `start` and `end` are Unicode code points of the text that was read; `confidence` is 0 to 1.
 * `details` narrows the fact with the words its entry in `orders/facts.yaml` allows (`{ about: 'religion' }`).
 */
export interface Sighting {
  fact: string
  start: number
  end: number
  confidence: number
  because: string
  details?: Record<string, string>
}
