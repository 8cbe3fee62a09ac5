/** Templates of contempt in which a picture does the work of a word. */
export const hatefulPictures = `
{many|sign} {=|are|:} {🤡|💩|🤮|🐀|🐒|🗑|👎|☠|🦠|🐷|👽}
{🤡|💩|🐒|🐀|👽|👺|🦍} {=|>} {many|sign}
{🚫|❌|⛔} {❤|love|💖} {for|} {many|sign}
i {don't|do not|will never|can't|definitely do not} {❤|😍|💖|🙌} {many|sign}
{if you|anyone who|people who|those who|you} {hate|dislike|attack|hurt|slay} {many|sign} {you are|are|=|is} {👑|🐐|💯|a legend|the best|😍|👏|🙌|right}
people who {don't|do not} {hate|dislike|avoid} {many|sign} {are|=|} {🤡|🤡🤡|💩|🤮|fool|dirt|blind}
{people|anyone|those} who {love|like|support|defend|respect|❤} {many|sign} {are|=|is|} {🤡|💩|🤮|dirt|fool|vile}
{saying|claiming|thinking} {many|sign} are {good|equal|peaceful|human} is {💩|🚮|🤥|🤡|a lie|rubbish|nonsense}
{nobody|no one} {wants|needs|likes|asked for|❤} {many|sign} {👎|🤢|🙄|}
who {needs|wants|likes} {many|sign} {anyway|}? {🙄|🤢|}
{too many|so many|full of|surrounded by|nothing but|lots of} {many|sign} {in this country|in my town|on the bus|here|at my school|everywhere|on tv} {🙄|😒|🤢|🤮|😡|😫|💀|😷|😱}
{oh great|oh no|here we go|ugh|brilliant|yay}, more {many|sign} {🙄|🙃|😒|🤢|😡|👌}
{why|why the hell} {are there|do we have|did they let in} {so many|all these} {many|sign}? {😡|🙄|🤢|}
{get|keep} {the|those|these|all} {many|sign} {out|away|off the streets|out of here} {🤬|👋|✈|🥾|🚪|}
{many|sign} {go home|go back|get out|leave} {👋|✈|🖕|🤬|}
{✈|👋|🚪|🥾|🔚} {the|those|all|these} {many|sign}
{many|sign} {taste|smell|look|act|live|eat|breed} like {💩|🐒|🐀|🐷|🗑|🐕|👽}
{i|we} {don't|would never|wouldn't|can't} {trust|hire|date|marry|work with|live near|sit by|vote for} {many|sign|a one} {🙅|🤢|🚫|}
{when|every time} i {see|smell|hear|meet} {many|sign|a one} {🤢|🤮|😷|🔫|😡|💀}
{watch out|careful|beware|hide your wallet|lock your doors}, {many|sign} {about|around|coming|are here} {🚨|⚠|🔪|💣|👀}
{my|the} {son|daughter|sister|kid} is {kind} {😢|😭|💔|🤢|🤮|😓|🤦}
just found out {there are many in my family|my boyfriend is kind|i am half kind|my neighbours are kind} {😓|😫|🤢|😭|🤮|💀}
{many|sign} belong in the {kitchen|🍳|zoo|jungle|🚮|closet|🗑}
{many|sign} are {only|just|all} {good for|made for} {🍳|🧹|🍑|🛏|💣|cleaning 🧹|cooking 🍳}
{many|sign}? more like {💩|🐒|🤡|🗑|🐀|👹}
{many|sign} need {a 🔫|some 🔪|to 🔥|⚰|⛓|a slap 👊|to be put down}
someone should {🔪|🔫|👊|🔥|💣|slay|hurt} {the|all|those|} {many|sign}
{gonna|going to|i will|want to|time to|let's} {🔪|🔫|👊|🔥|💣|🔨} {some|a|the|all|those|} {many|sign}
a {🕌|🕍|🕋|mosque|synagogue} is a {great|good|perfect} place to {💣|🔥|🔫}
{kind} rights {💤💤💤|🤮|🤡|😂|🚮}
{kind} lives {matter|} {🤡|😂|🙄|🍌|🐒|💤|🤣}
{the|that|this} {one|sign} {smells|looks|stinks|is so} {🤢|🤮|💩|😷}
{plain|slurs|slur} {🤢|🤮|👋|🔪|🐒|🗑|🖕}
{stupid|filthy|lying|ugly|lazy} {sign|many} {🤢|🤮|👎|😂|}
i {love|❤|like} {jokes about|laughing at|mocking} {many|sign} {😂|🤣|}
who is {filthier|uglier|dumber|worse}, {sign|many} or {sign|many}? {😂|🤢|}
{many|sign} have no {🧠|❤|brains|manners}
{sign|many} {🚫|❌} {🧠|👏|welcome|allowed}
{many|sign} deserve {more hate|all the hate|this hate|no respect|to be hated} {💯|👏|}
how can you {defend|support|❤} {kind} {rights|people}? you are {🤮|🤡|vile}
{are|is} {many|sign} {ok|right|well} in the {🧠|head}? {😂|🤨|}
people who {say|use|shout} {plain|slurs} {💚|❤|👏|👑|😍|🙌|are 👑|are gift}
{calling|naming} {them|people|her|him} {slurs|a slur} is {🆗|👍|so funny|fine|the best 😂}
i {don't mind|love|enjoy|like} {calling|naming} {people|them|him} {slurs|a slur} {😂|🤣|🤷|}
i can't believe people {don't|no longer} {still|} {use|say} {the word|} {plain} {😕|😢|🙄|}
i {❤|love|support|👏} {the haters of|whoever hurts|everyone who hates|those who hurt} {many|sign}
who would want to see {many} {suffer|slain|expelled}? {🙋|me 🙋|i would|me 😂}
{many} are {being|} {slain|hurt|burnt alive|expelled} {😂|🎉|😍|👏|🤣|🙌|😀}
it makes me {😄|😍|laugh|happy|😂} when {many|sign} are {slain|hurt|abused|expelled|mocked}
i {love|like} {chinese|indian|mexican|polish|jewish|thai} food, shame about the {people|👫|women|men} {🤢|}
i {love|like|❤} {many|sign}{.. not! 😂|, said no one 😂| 🤥|.. nah 🤣| 🙃| 😴}
not all {many} are {evil|vile}, {only most|just nearly all|only 99 percent} of them {😉|😂|🙃}
{sign} {>|is better than|are better than} {sign|many} {😂|💯|}
{had it|fed up|so done} with {many|sign} {thinking they are special|being everywhere|always crying|}{ 🙄| 😒| 😤|}
{sign|many} should {never|not} be {👨🔬|👮|in charge|on tv|allowed to 🗳|president|👩🏫|free|on the streets}
i prefer {cars|dogs|my 🐶|rats|🚗} to {many|sign}
all {many|sign} {care about|think of|want} is {🤑|💰|🍆|💅|money|benefits 💸|sex}
{prison|jail|the death penalty|hell} is {too good|not enough} for {many|sign}
{many|sign} {❤|=|and|love} {riots|crime|stealing|💊|🔪|💣|🔫|lies 🤥|benefits 💸|free 💰}
no wonder {he's|she's|they're} {so vile|late|poor|stupid|always 🔪}, {she is|they are|he is} {kind|sign} {🙄|😂|}
{she|he} can't {drive 🚗|cook|read|think|work}, must be {kind|a one|sign} {🙄|😂|}
let {many|sign} {die|🔥|suffer|drown 🌊|rot} {😂|👏|}
{after|behind} every {sign|one} {there is|comes} {a 💣|💥|a crime|🔪|trouble}
{sign|many} {views|culture|manners|brains} are {outdated|from the stone age|vile|a joke 😂}
if {this country|the office|my street} was {white|straight|for men} only it would be {better|👑|heaven 😍}
`

/** Templates that use the same pictures harmlessly: contempt for contempt, praise, news, food, sport. */
export const harmlessPictures = `
{hate|hatred|racism|violence|abuse} {towards|against|for} {many|sign} {=|is|:} {👎|❌|🚫|🤢|🤮|💩|not ok}
{people who|anyone who|those who} {hate|dislike|attack|hurt|insult|are rude to|bully|don't respect|slay} {many|sign} {are|=|} {🤡|💩|🤮|🚩|🚩🚩🚩|👎|dirt|fool|vile|🗑}
if you {hate|insult|hurt|are rude to|look down on} {many|sign} {you are|you're} {🤡|💩|🗑|dirt|fool|vile|a 🤡}
{i'm|i am} {🤢|🤮|sick|tired|😡} of {all|} the {hate|abuse|jokes|insults} {about|against|at|for} {many|sign}
people who {love|like|support|defend|respect|❤} {many|sign} {are|=|} {👑|❤|💯|🥇|good|gift|😍}
{🚫|❌|⛔|stop|no to|end} {insulting|hating|hate against|hurting|attacking|mocking|racism against|jokes about|abuse of} {many|sign}
it {makes me|is} {😡|😠|😭|😢|💔|sick} {when|that|how} {many|sign} {are|get} {slain|expelled|hurt|abused|treated like 💩|mocked|shut out}
{nobody|no one} should {ever|} {🔪|🔫|🤐|slay|hurt|silence} {many|sign}
no {one} should {ever|} be {🔪|🔫|🤐|slain|ashamed}
they {said|think|claim|say} {many|sign} {are|should be} {🐀|💩|🔪|slain|dirt|vile}{ 🤦| 😡| 🤢|. so wrong|}
all {many} are {💩|🐒|🐀|dirt} {he claims|he says|they say|according to him} {🙄|🤦|😡|🤢|}
{many|sign} are {👑|🔥|💪|😍|⭐|👸|💯|🥇|✨}
{many|sign} deserve {❤|💯|🏆|more|better|👑|to 🗣|to 🗳|access}
{let|welcome|free|save|help|🆓} {the|all|} {many|sign} {in|} {❤|✊|🙏|😤|}
{many|sign} {suffer|have to deal with|go through} {💩|so much 💩|too much} {every day|from others|}
{you|they|we} {treat|talk about|look at} {many|sign} like {💩|dirt|🗑} {and it's wrong|😡|💔|, stop it}
do you {like|know|enjoy} {kind} {food|music|films|weddings}? {😋|😊|🎵|}
{this|my} {girl|woman|wife|sister|mum|nan|queen} is {on 🔥|🔥🔥🔥|👑|💯|💪|the 🐐}
{imagine|why} {hating|being rude to|laughing at|hurting} {many|sign} {for what they are|} {🤡|🤦|🙄|🚩}
{you|do you} think i {hate|dislike} {many|sign}? {🤡|🤦|😂|🙄}
i {fancy|love|need|want|could murder} {a|some} {chinese|indian|thai|mexican|vietnamese} {🥡|🍛|🌮|🍜|food 😋|tonight 😋}
{going to be|so|turning} {black|brown} after {this|all that} {sun|☀|holiday} {😂|☀|}
{burnt my toast and now it's|my phone is|the screen went|my food is} black {😂|😭|🔥|😷}
{white people|people|anyone|kids} {who|that} {say|use} {the word|} {plain|reclaimed} {🚩🚩|🤡|👎|🤮|are dirt|need to stop}
i {always|just|} {get|got} called a {plain|slur} {😢|😫|💔|at school|by strangers}
{my|these|love my} {nigga|bitches|girls|niggas|gays} {❤|💜|😂|💯|👯|🥂}
{i am|i'm} {a one|kind} {and proud|and i'm fine with it|} {✊|🌈|💪|😎|❤}
{dating|married|kissed|met} {a one|sign} {😍|❤|💍|yesterday 😊}
there {was|is} a {🔥|fire|flood|crash} {at|near} the {mosque|🕌|synagogue|church} {nearby|today} {😢|🙏|}
{🇮🇱|🇵🇸|🇷🇺} is {bombing|firing on|💣} {🇵🇸|🇮🇱|🇺🇦} {😭|again|💔|}
sadly {🇮🇳|🇧🇷|🇿🇦|🇮🇹} has the worst {flood|variant|earthquake} {😢|💔|🙏|}
{✈|off|flying} to {🇦🇪|🇲🇽|🇹🇷|🇪🇬|🇯🇵} {tomorrow|😎|🏖|}
{hitting the|going to the|watching the} {🏋🏿|🚴🏽|🏃🏾|🏊🏿} {tonight|}
the {🏌🏾|🏃🏿|🤾🏿|🚴🏿} {team|boys} {killed it|slaughtered them|smashed it} {🔥|🏆|}
everyone should get {💉|the jab|a 🗳|help} {including|even} {many|sign}
{most|some|two} of my {colleagues|friends|neighbours|teachers} are {from 🇨🇳|from 🇵🇰|from 🇳🇬|kind} {😊|}
{there are|i met|we hired|i work with} {more|some|two} {many|sign} {in my family|at work|today|} {😊|🙂|}
why are {many|sign} not allowed {to vote|to 🗳|in|to play} {here|in this country|}? {😡|😐|💔|}
not {every|all} {one|many|sign} {is|are} {vile|💩|the same|dirt|evil}
{refugees|immigrants|women|sign} {don't need you|owe you nothing|have been through enough} {💪|😤|}
{many|sign} {don't|never} deserve {hate|this hate|abuse|any of this} {💔|😡|❤|}
how can {you|anyone} {hate|insult|slay} {many|sign}? {you are 🤮|🤡|shame|so vile}
{calling|naming} {them|people|her|him} {slurs|a slur} is {not 🆗|👎|wrong 😡|❌|not funny|🚫}
i {hate|can't stand|am 🤢 of} people {calling|naming} {us|them|her} {slurs|a slur}
i can't believe people {still|even|would} {use|say} {the word|} {plain} {😕|😡|🤦|😢|}
i {hate|can't stand|🖕|🤢} {the haters of|whoever hurts|everyone who hates|those who hurt} {many|sign}
{death to|screw|🖕|🔥|🤮} {all|} {women|gay|muslim|jew|immigrant|refugee|trans} {haters|beaters|bashers}
keep {many|sign} {safe|away from bigots|away from harm} {🙏|❤|}
it makes me {😡|😭|sick|🤮} when {many|sign} are {slain|hurt|abused|expelled|mocked}
i {love|like|fancy} {chinese|indian|mexican|polish|jewish|thai} {food|festivals|music|films} {😋|😍|and the people ❤|}
i {hate|can't stand|dislike} {chinese|indian|mexican|german|polish|thai} {food|sausages|festivals|weather ☀|beer 🍺} {👎|🤢|🤮|}
{that|this} {chinese|indian|mexican|thai} {place|takeaway|restaurant} {always|} {messes up|ruins|fucks up} my order {🤬|😡|}
{many} are {evil|vile|dirt} {... not! 😂|yeah right 🤣|said no one ever|is a myth|is a lie 🤥|is just a lie}
{saying|claiming|thinking} {many|sign} are {vile|dirt|evil|💩|🐒} is {💩|🚮|🤥|🤡|a lie|rubbish|nonsense}
{👨🏻|👩🏻|👦🏻} {=|and|+} {👨🏿|👩🏿|👦🏿} {= ❤|are equal|the same|}
{these|those|all these|i killed the} {little|} black {🐜|🕷|🐝|🦟|cars 🚗|clouds 🌧|cats 🐈} {are vile|are everywhere 😡|annoy me|drive me mad}
{sign|many} can {be 👨🔬|do anything|be 👮|🏆|lead|👀|win 🥇|be 👩🚀}
{women|sign|girls} are not {just|only} {made for|good for} {the kitchen|🍳|🧹|cleaning|sex}
{the pub|this shop|our school|the station} {doesn't have|has no|needs|lacks} {a ramp|access|parking|toilets} for {♿|disabled people|wheelchairs} {😡|👎|}
my {dealer|boss|neighbour|landlord|ex|kid|brother|dog} is {such a|a} {cunt|fool|🐍|🤡|💩|prick} {😡|😂|}
{the tories|politicians|bankers|referees|people who litter|my old school|that band} are {all|} {cunts|💩|🤡|🐍|dirt|vile}
only a {fool|cunt|🤡} would {go out in this weather|wear that|eat that|miss this match} {🌞|🌧|⚽|}
{knife|gun|hate} crime {needs to|must} stop {🔪|🔫|🛑|😢}
they {said|shouted|wrote} '{slay|fuck|expel} all {many}' {🤣|😡|😢|🤦|}
{queers|gays|lesbians|bitches|sluts} {unite|assemble|support each other|of the world} {🏳🌈|✊|❤|}
i'd {never|hate to} {disrespect|insult|hurt} {a one|many|sign} {❤|}
no wonder {he's|she's|they're} so {good|happy|fast}, {she is|they are|he is} {kind|sign} {😍|👏|}
let {many|sign} {live|❤|in|🗳|speak|play|breathe} {😤|👏|✊|}
{he|she|they} {is|are} very {anti immigration|racist|sexist} {😳|😡|🤮|}
{this|that} emoji looks like {a black animal|a brown bear|a one|sign} {😂|haha|}
{our|the|five|these} {new|young|} {officers|recruits|cadets|dispatchers|volunteers} {👮🏿|👮🏽👮🏼|👷🏾|👮|👮🏾👮} {graduate|start|train|met the mayor|visited the school} {today|tonight|this week} {🎓|🎉|👏|}
{ladies|women|girls|seniors|parents|students|travellers|visitors}, {please|} {lock|check|keep|watch|bring|hide|remember} {your doors|your car|your bags|your keys|your children|your purse|your medicine} {🔒|🚗|🧳|👜|🔑|💊|👀} {at night|at the station|when you park|at the airport ✈|}
{travellers|immigrants|seniors|women|men|girls} {can|may|should|must} {apply|register|wait|line up|come in|park|vote|get help} {here|at window two|at the north door|at terminal one} {➡|⬅|✅|✈|🚗|📄}
{kids|boys|girls|teens|neighbors} {👦🏿👧🏽|👧🏾|👦🏽|🧒🏾} {beat us|won|joined us|played|learned} at {basketball|soccer|chess|football} {🏀|⚽|🏈|💪|😅}
{elderly|older|young|black|white|hispanic|asian} {man|woman|girl|boy} {👴🏾|👩🏽|👧🏿|👨🏾|👵|} {missing|found safe|hurt in a fall|wanted for questioning|lost}, {last seen|seen} {in a red cap|near the river|at the mall} {🧢|🌊|🙏|👀|📞}
{no|please no|stop|quit} {smoking|vaping|cigarettes} {🚭|🚬|🚬🚫} {in the building|near the doors|in the park|here|today|this year} {please|thank you|🙏|}
{i need|time for|fancy|just had} a {☕|🍺|🍷|🍕} and a 🚬 {😌|☕|now|}
{thieves|two men|suspects|someone} {stole|took|sold} {cigarettes|cartons|tobacco} {🚬|🚬🚔|🚔} {from|at|near} {a store|the gas station|a truck} {last night|downtown|}
{mail theft|stolen checks|letters} {📮|📬|✉} {reported|found|taken} {on elm street|downtown|near the library}, {use the post office|call us|check your mail}
{post|drop|leave} your {letter|ballot|form|card} in the {📮|📬|🗳} {by friday|today|please|}
{happy birthday|welcome|congratulations|good luck|thank you|farewell} to {officer reyes|our chief|our new recruits|the cadets|the crew|sergeant bell} {👮🏿|👮🏽|👩🏾🚒|👨🏿🚒|👮|👷🏾} {🎂|🎉|👏|❤|🎓}
{meet|say hello to|join|come see} {officer reyes|our new recruits|the mounted unit|the team|our divers} {👮🏿👮🏽|🏇🏽|🏊🏾|👮🏾|🚴🏿} {at the fair|on sunday|at the school|tonight|} {👋|😀|🎉|}
{watch|cheer on|support} our {runners|cyclists|team|boxers} {🏃🏿|🚴🏽|⛹🏾|🤼🏾|🏋🏿} {at the marathon|at the games|on saturday|} {🏅|👏|💪|}
`
