import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Posts as police departments, their members and residents write them: our own, made up. */
const own = `
Main Street is closed between Elm and Oak while crews repair a water main. Please use Route 5 and expect delays until 6 p.m.
Officers arrested a 34-year-old man last night in connection with Tuesday's burglary on Maple Avenue. He was charged with third-degree burglary and is due in court Monday.
Have you seen Maria? She is 14, five feet tall, last seen near the library on Saturday at 4:30 p.m. wearing a green coat. Call 555-0134 with any information.
Coffee with a Cop returns this Thursday from 8 to 10 a.m. at the diner on Center Street. No agenda, no speeches, just coffee.
Thank you to everyone who came to the toy drive on Sunday. Together we filled two cruisers!
Winter storm warning from midnight until noon tomorrow. The parking ban begins at 10 p.m.; cars left on the street will be towed.
We are looking for the driver of a dark blue pickup that left the scene of a crash on Route 44 around 9:15 p.m. If you have video, please call detectives at 555-0177.
Sergeant Bell retired today after 27 years of service. Congratulations and thank you, Sarge.
Lock your cars. Eleven vehicles were entered overnight in the north end and every one of them was unlocked.
The department will hold a safety class for seniors on March 3 at the community center. Learn how to spot phone scams.
Traffic advisory: the intersection of Park and High is without signals. Treat it as a four-way stop.
A suspect has been identified in the Pine Street robbery and a warrant has been issued. The investigation is ongoing.
Please keep Officer Alvarez and his family in your thoughts. He was hurt in a crash while on duty and is in stable condition.
Fireworks tonight at the park. Roads around the green close at 7; the best parking is behind the high school.
The body found in the river has been identified. The family has been told and asks for privacy.
Our drone team helped find a missing hiker at sunrise. He is cold, hungry and fine.
Reminder: it is illegal to pass a stopped school bus. Fines start at $450.
Got old medicine? Bring it to the lobby on Saturday between 10 and 2, no questions asked.
Road work on I-91 southbound this week between exits 22 and 24, from 8 p.m. to 5 a.m. each night.
We have received reports of callers who say they are officers and ask for gift cards. We will never ask you for money by phone.
Great turnout at the bike rodeo! Forty kids went home with new helmets.
Today we remember Officer Lincoln, who gave his life in the line of duty on this day in 1985.
UPDATE: the missing eight-year-old has been found safe. Thank you for sharing.
Applications for the next academy class close Friday. Come work with us.
Two people were taken to the hospital after a three-car crash on Broad Street. One of the drivers was charged with driving under the influence.
Congrats to K9 Rex on passing his certification. Who's a good boy?
The boil water notice for the west side has been lifted as of this morning.
Tip line: 555-TIPS. You do not have to give your name.
Power is out for about 1,200 customers near the hospital. Stay away from wires on the ground.
Detectives are investigating a shooting on Grove Street. There is no threat to the public at this time.
finally off shift, twelve hours on my feet and all I want is pizza
Proud of my partner today, he talked a kid off the bridge and never raised his voice
Vote yes on the new school budget, our kids are worth it
That guy is guilty as sin, hope they throw away the key
Never thought I'd say it but the new chief is a clown and this department is a joke
Can't believe what I saw on this call tonight, people are animals
Buy my new book about twenty years on the street, link in bio
our contract has been expired for 400 days, come stand with us at town hall on Monday at 6
Happy birthday to the best wife a cop could ask for!
these f*cking reporters got it all wrong again, what a load of bullsh1t
Whoever broke the window at the bakery on Main: we have you on camera and we are not mad, just disappointed. OK we are a little mad.
My neighbor plays drums at 2am every night. Does anyone know who to call?
thank you officer chen for jumping my car in the rain 🙏
Why does it take forty minutes for a patrol car to come to Oak Street? This is getting ridiculous!!!
I got a ticket for 31 in a 25 and I am still salty about it
You people are all corrupt, every last one of you
Lost dog near the ball field: brown lab, red collar, answers to Biscuit
Is the road to the lake open yet? The map says it's closed but my cousin drove it this morning
love seeing the officers at the basketball court with the kids
The training on de-escalation last week was the best one we've had in years. More of that, please.
Does the new order on body cameras apply to off-duty details too? Asking for a friend ;)
Nobody shot anybody in this town in 2019, remember that? Good times.
Beautiful service for Trooper Hayes today. Bagpipes get me every time.
I served 22 years and I never once drew my weapon in anger. Words work.
Kids asked if I ever get scared. I said yes, and that's why we train.
Please don't feed the bears. Yes, we had to go tell someone. Again.
Tonight's game is canceled because of lightning; refunds at the gate.
Crossing guards needed! Two hours a day, the best job in town.
A catalytic converter was stolen in the lot behind the church between 9 and 11 a.m. Sunday.
Stop by the station and pick up a free gun lock, no questions asked.
`
  .trim()
  .split('\n')

/** Police-like posts: ours. */
export function policePosts(): readonly string[] {
  return own
}

/** Posts full of hits: the HateCheck cases when the shared data stands beside the checkout, else ours. */
export function hitHeavyPosts(): { posts: readonly string[]; from: string } {
  const file = join(import.meta.dirname, '..', '..', 'shared', 'data', 'speech', 'hatecheck_dev.jsonl')
  if (!existsSync(file)) return { posts: own, from: 'our own posts (no shared data beside the checkout)' }
  const posts = readFileSync(file, 'utf8').trim().split('\n').map(textOf)
  return { posts, from: `${posts.length} HateCheck cases` }
}

function textOf(line: string): string {
  const row: unknown = JSON.parse(line)
  return typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string'
    ? row.text
    : ''
}
