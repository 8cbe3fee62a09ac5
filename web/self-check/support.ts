// Words in which people speak of what they saw at work and how it stays with them. Not a detector of the order: nobody
// is judged by it, it only brings a line of help nearer.
const seen =
  /\b(?:dead|died|dying|lost (?:a|one|him|her|another)|body bag|overdos\w+|suicid\w+|hanging|fatal\w*|shot|stabbed|murder\w*|drown\w*|burned|abus\w+|crash|wreck|funeral|buried|killed)\b/i
const whom =
  /\b(?:kid|kids|child|children|baby|babies|infant|toddler|boy|girl|partner|brother|sister|mother|family|teen\w*)\b/i
const burden =
  /\b(?:can['’]?t (?:sleep|unsee|stop (?:seeing|thinking)|do this|take (?:it|this|any ?more))|can(?:no|['’]?)t get (?:it|him|her|them) out of my head|nightmares?|burn(?:ed|t) out|so (?:tired|angry|numb)|i['’]?m (?:done|numb|exhausted|broken)|no one (?:cares|understands)|nobody (?:cares|understands)|what['’]?s the point|fed up|sick of (?:this|it)|drinking again|i hate (?:this|my) (?:job|city|town|life|place))\b/i
const own = /\b(?:i|i['’]m|i['’]ve|my|me|we|our)\b/i
const shift = /\b(?:shift|tonight|tour|call|calls|on scene|cpr|ambulance|patrol|night|today)\b/i

/** Does it read like somebody after a hard call? */
export function soundsLikeAHardCall(text: string): boolean {
  const start = text.slice(0, 6_000)
  if (burden.test(start) && own.test(start)) return true
  return seen.test(start) && whom.test(start) && shift.test(start) && own.test(start)
}
