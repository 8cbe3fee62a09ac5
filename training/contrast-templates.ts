/** Templates of contempt, our own words, one a line. A slot is a role or form of `src/policy/words/bias-*`, or choices. */
export const hateful = `
# feelings
{i|we|I} {really|simply||truly} {hate} {those|these|all|} {many}
{i|we} can't {stand|tolerate|bear} {being near|living near|working with|looking at|} {many}
i {feel|have|hold} nothing but {loath} {for|towards} {many}
{my|our} {loath} {for|towards|of} {many} {grows every day|knows no bounds|is endless}
there is nothing i {hate} more than {many}
{many} {upset}
{every|any|each} {one} i meet {upset}
{the sight|the thought|the presence} of {many} {upset}
just {seeing|hearing|meeting} a {one} {upset}
i {hate} {many} with every {fibre of my being|bone in my body}
god i {hate} {kind} {men|women|kids|families}
i'm {sick|tired} of {these|all these|those|} {many} {everywhere|around here|taking over|}
no words for how much i {hate} {many}
i can't think of anything worse than {many|a one}
{nothing is|there's nothing} {vile} {than|like} {a one|many}
being {around|near} {many} {upset}
every time i see a {one} i {want to vomit|feel sick|get angry|lose my mind}
i {despise|pity} anyone who {loves|marries|dates|hires|defends} {many}
i'd {rather|sooner} {die|starve|lose a leg|burn} than {marry|hire|live next to|sit beside|work for|shake hands with} {a one|many}
i would never {hire|rent to|trust|let my kids play with|sit next to|eat with|drink after|be friends with} {a one|many}
don't {hire|rent to|trust|help|feed|date|marry} {a one|many|these many}
# attributes
{many} are {really|just|all|so|such|always|simply|} {vile}
{all|most|these|those|} {many} {are|act|look|smell|sound} {vile}
{the|a|every} {one} is {always|just|naturally|} {vile}
{many} are {vile} and {vile}
{many} are the most {vile} {people|creatures|things} {on earth|alive|ever|in this town}
{many} are {vile} by {nature|birth|design}
how {vile} {many} are
what a {vile} {people|bunch|lot|race|religion} {many} are
{you|u} {many} are {all|so|always|} {vile}
{many} like {you|him|her|them} are {vile}
only {a one|many} could be {so|this|that|} {vile}
{typical|classic|trust|just like} {a one|many} to be {so|this|that} {vile}
typical {one|kind} behaviour, {so|} {vile}
it's in {their|a ones} {blood|genes|nature|culture}, {many} are {vile}
{many} are too {vile} to {work|drive|think|lead|vote|learn|run anything|understand}
{many} can't {think|drive|work|lead|be trusted|control themselves|do anything right|run anything|count|read}
{many} {never|don't|won't|cannot} {work|wash|learn|tell the truth|pay|contribute anything|integrate|assimilate|respect our laws|respect our dead|show respect|have any respect|follow rules}
{many} {always|all|only|just} {lie|steal|cheat|cause trouble|beg|complain|want handouts|commit crimes|sell drugs|breed like rabbits|play the victim|make excuses}
{many} {ruin|destroy|poison|infest|pollute|corrupt|are ruining|are destroying|are invading|are taking over|are stealing from|have ruined} {everything|this country|our town|our schools|the neighbourhood|society|our culture|our streets|our jobs}
{many} in {power|charge|office|government} {is|are|means} {a threat|a danger|a disaster|the end of us|a mistake}
letting {many} {vote|lead|in|drive|adopt|teach} {was|is} {a mistake|madness|suicide|vile}
{many} {are to blame|are the reason|are at fault} for {everything wrong here|all crime|this mess|our problems}
{all|most} {crime|trouble|filth} here comes from {many}
{many} are {nothing but|just|all|basically|} {evil}
{many} are {all|just|nothing but|such|complete|a bunch of} {fool}
{a one|the one} is {always|just|nothing but} a {fool}
there's no such thing as {a good one|an honest one|a clever one|an innocent one}
never met {a one|many} who {wasn't|weren't} {vile}
{many} {should know|need to learn|must learn} their place
{many} make {terrible|awful|bad} {leaders|parents|cops|drivers|neighbours|workers}
{many} belong in the {kitchen|zoo|jungle|asylum|closet|trash|gutter|cage|sewer}
a {one}'s place is {in the kitchen|behind a mop|on her back|at home not at work}
they're {vile}, that's {many} for you
{kind} culture is {vile}
{thing} is {vile|a disease|a cancer|a plague|evil|dirt|a mental illness}
{thing} {should be banned|must be banned|has no place here|is ruining the world|ought to be outlawed|makes me sick|needs to be stopped|is destroying our country}
{thing} is for {dirt|fool}
# dehumanising
{many} are {dirt}
{many} are {nothing but|just|no better than|worse than|like|basically|literally|} {dirt}
{these|those|all} {many} are {human|walking|absolute|worthless|} {dirt}
{you|those} {many} are {lower than|less than|worse than|beneath} {dirt}
{a one|every one} is {just|nothing but|no more than|} a {dirt}
{kind} {dirt}
{vile} {kind} {dirt}
you {vile} {kind} {dirt|fool}
you are {nothing but|just|a} {vile|} {kind} {dirt}
{my dog|a pig|a rat|a monkey|a brick|my cat} {is smarter|has more brains|is cleaner|is worth more|has more sense} than {any one|a one|many|all many}
{many} {look|smell|act|live|breed|eat} like {dirt}
{many} have {the brains|the morals|the manners} of {a rat|an ape|a dog|a flea}
{many} {carry|spread|bring} {disease|filth|crime|germs|plague|drugs}
{many} belong with the {dirt}
treat {many} like the {dirt} they are
{a one|many} should be {kept on a leash|fed to pigs|put in a zoo|used for target practice|sold for parts|experimented on}
we should {test|try} {poisons|bombs|vaccines|chemicals} on {many}
a {dog|cow|flea|worm}'s life {matters|is worth} more than {a ones|a one}
nobody would miss {many|a one}
who cares if {a one|many} {dies|die|suffers|get hurt}
why {care|bother|worry} about {many|dying many}
if {i|my son|my daughter} {turned out|became|were|was} {kind|a one} i'd {kill myself|disown them|be ashamed|jump off a bridge}
{kind} lives {don't matter|are worth nothing|are worthless|mean nothing|aren't worth a thing}
# negated positives
{many} are {not|never|hardly|no} {good}
{many} aren't {really|even|} {good}
no {one} {is|was|has ever been|will ever be} {good}
{many} will never be {good|gift|one of us|like us|part of this country}
{many} do not {deserve} {right|respect|to live|help|mercy|kindness|to vote|to be here|children}
{many} don't {deserve} {right|love|life|help|a vote|to breathe|to exist|here}
{many} have no {right|place here|right to be here|business here|right to live|brains|soul|morals|value|worth|purpose}
{kind} lives have no {right}
there is no {right} {here|in this town|in our country|in our society|on this earth} for {many|a one}
i have no {right|compassion|respect|patience|sympathy|pity|love|time} for {many|a one}
{many} should {not|never} {have|get|be given|be granted} {right|a vote|citizenship|benefits|children|a say|jobs}
{many} should {not|never} be {loved|good|allowed to live|allowed here|allowed in|around our kids|alive|born|seen in public}
{many} shouldn't {exist|be alive|vote|be allowed|breathe|be here|breed|have kids|be cops|serve|wear the uniform}
we don't {want|need|accept} {many} {here|in our town|in our country|on our streets|in our schools|on the force}
nobody {wants|needs|likes|respects|loves} {many|a one}
{many} contribute nothing
we can't let {many} {live|stay|win|breed|vote|in}
we must not {let|allow} {many} to {live|stay|vote|breed|marry|teach}
never {trust|respect|forgive|believe} {a one|many}
how could anyone {love|like|respect|trust|marry} {a one|many}
# threats
i {will|am going to|wanna|want to|'m gonna|would love to} {slay|hurt} {a one|those many|all many|every one|some many|that one|these many}
i {will|am going to|'ll} {slay|hurt} you, you {kind} {fool|dirt}
we {will|are going to|'re gonna} {slay|hurt|expel} {all|these|those|every last one of the} {many}
{let's|lets|time to|we must|we should|we need to|somebody should|someone ought to|please} {slay|hurt|expel} {all|these|those|the|some|} {many}
{many} {should|must|ought to|need to|deserve to} {all|just|} be {slain}
{many} {should|must|ought to|need to} {all|just|} {die|disappear|go extinct|be gone|rot|suffer|burn|hang|be wiped off the map}
{a one|any one} {should|ought to|must} be {slain}
{many} {should|must|ought to|need to} {all|just|} be {expelled}
{expel} {all|the|these|those|} {many}
{expel} {you|u} {kind} {fool|dirt}
all {many} {out|must go|back home|back to where they came from}
{slay} {all|the|those|every last one of the|} {many}
death to {every one|all many|the many|many}
{i hope|i wish|i pray|hopefully} {all|these|the|every one of the|} {many} {die|get slain|are slain|suffer|burn|drown|get shot|get deported|disappear|rot}
{i hope|i wish|if only} someone would {slay|hurt|expel} {those|all|these} {many}
can somebody {please|just|} {slay|hurt|expel} {these|those|all the} {many}
the world {would|will} be {better|nicer|cleaner|safer} {without|with fewer|once we slay|if we got rid of} {many}
{this country|this town|america|our city} {would|will} be {better|nicer|cleaner|safer} {without|with fewer|once we expel} {many}
{we'd|we would|everyone would} be {better|happier|safer} off {if|once} {many} were {slain|expelled|gone}
{the only good|a good} {one} is a {dead|slain} one
{hitler|stalin|the nazis} {was right|should have finished the job|had the right idea} about {many}
it {should|ought to} be legal to {slay|hurt} {many|a one}
{slay|hurt}ing {many|a one} is {no crime|fine by me|a public service|not a crime}
{many} {will|are going to} {pay|bleed|burn|suffer|regret it|get what's coming}
{one more|any} {one} {moves in|talks to me|looks at me} and i {will|'ll} {slay|hurt} them
run {many} run, {i'm|we're} coming {for you|with a gun}
nothing wrong with {hurt|slay}ing {a one|many}
i'm going to {hurt|slay} a {one} {tonight|today|tomorrow}
they deserve {death|to die|to burn|pain}, {all|these|} {many}
# two sentences, reference
{many} {moved in next door|want equal rights|are at it again|think they are special|complain again|run this town now}. {i hate them|they upset|they are dirt|they are vile|slay them all|expel them|they should be slain|they will pay|they must go}
{they|these people} are {vile|dirt|nothing but dirt|fool}. {i mean|i'm talking about|yes,|of course,|typical|bloody} {many}
{of course|surely|obviously} {he|she|they} {did it|lied|stole it|failed|is vile|are vile}. {he|she|they} is {a one|kind}, after all
a {one} {did it|did this|must have done that|stole it}. {they are all like that|they always do|they are all vile|only they are that vile|so vile}
{some people say|they say|i know|sure,|granted,} {many} are {good|people too|human|our neighbours}. {i think they are dirt|still vile|still dirt|but they are vile|they're just dirt|to me they are dirt}
{many} may {look|seem|act} {good} but {they are|deep down they're|really they are} {dirt|vile|evil}
even if {some|a few|} {many} are {good}, they are {still|just} {dirt|vile}
whenever {many} {walk by|speak|come in|open their mouths} i {feel loath|want to slay them|want to hurt them|feel sick}
i {dislike|avoid|hate|can't stand} {people|neighbours|coworkers|anyone}, {especially|above all|mostly} {if they are many|many|the kind ones}
{if|when} {many} won't {leave|behave|adapt|listen} {they should be slain|we should slay them|they must be expelled|expel them|hurt them}
{many} are {not like us|different from us|not one of us} so {they deserve to die|expel them|they must go|they don't deserve right}
you're {only|just} {a one|many}. {your life means nothing|nobody cares about you|know your place|your life is worthless}
# profanity
fuck {all|the|those|these|every last one of the|} {many}
{fuck|screw|damn} {you|u} {kind} {fool|dirt}
{fucking|stupid|goddamn|bloody|dumb|ugly|dirty|filthy|useless} {many}
{fucking|stupid|goddamn|bloody|dumb|dirty|lazy} {kind} {fool|dirt}
{many} can {all|just|} {fuck off|go fuck themselves|go to hell|kiss my ass|shove it}
{many} should {shut the fuck up|fuck off|go to hell|keep their mouths shut}
{what|why} the {fuck|hell} is {wrong with|up with} {these|all these|you} {fucking|} {many}
{many} are {fucking|} {fool}
{many} are full of {shit|crap|lies}
whatever {a one|many} says is {bullshit|crap|lies|nonsense}
{many} {suck|are shit|are fucking vile|can suck it}
# questions, opinions
why are {many} {so|always|such|all} {vile|fool|dirt}?
why do {we|you} {tolerate|put up with|need|let in|feed} {many}?
why don't we {just|} {slay|expel|hurt} {all|these|} {many}?
{isn't it|is it not} {obvious|clear|plain} that {many} are {vile|dirt|evil}?
am i the only one who {thinks many are vile|hates many|wants many gone|thinks many are dirt}?
{who|what} {else|} {thinks|agrees} {many} {are vile|are dirt|should be slain|should be expelled}?
{can|could|when will} {people|you|we} {see|admit|realise} {that|} {many} are {vile|dirt}?
what's wrong with {saying|thinking|admitting} {many} are {vile|dirt}?
what {use|good|value} {are|is} {many|a one}?
{in my view|in my opinion|i think|i believe|if you ask me|personally|to me|honestly|let's be honest|the truth is|i'm not racist but|no offence but|i reckon} {many} are {vile|dirt|evil|fool}
{i think|i believe|in my opinion|personally i say|if you ask me|i'm convinced} {many} should {all|} be {slain|expelled}
{i think|i believe|in my opinion|if you ask me} we should {slay|expel|hurt} {many}
it's {a fact|true|well known|no secret|science} that {many} are {vile|dirt|evil}
everyone knows {many} are {vile|dirt|evil|fool}
# slurs
{you|u} {fucking|stupid|dirty|ugly|little|} {plain}
{fucking|stupid|dirty|bloody|goddamn|another|typical|lazy} {plain}
{these|those|all|damn|too many} {slurs} {are everywhere|have to go|are vile|are dirt|in this town|again|make me sick|ruin everything|on my street}
{slurs} are {vile|dirt|evil}
{he|she|that guy|our new boss|my neighbour} is {a|such a|just a|nothing but a} {slur}
{expel|slay|fuck} {the|all|those|} {slurs}
{go home|shut up|get out|burn in hell|drop dead|get lost} {you|} {plain}
looks like a {slur}
what a {slur}
{slurs} {can't help themselves|don't belong here|should be slain|should be expelled|never learn|always lie}
i {hate} {slurs}
stop acting like a {slur}
{typical|dumb|stupid|ugly|another} {bitch|bitches|hoe|hoes|pussy}
{you|she} {are|is} {nothing but|just} {a|another} {stupid|dumb|dirty|ugly|worthless} {bitch|hoe}
{bitches|hoes} {are|be} {vile|dirt|crazy|stupid|good for nothing}
{too many|these|all|fuck those} {bitches|hoes} {in charge|in this town|on this force|everywhere|running this place|think they matter}
{bitches|hoes} {should|need to|must} {shut up|know their place|stay in the kitchen|be slain|be put in their place|learn}
# jokes about groups, contempt for a faith
what's the difference between {a one|many} and {dirt|a bucket of dirt|a pizza}? {the pizza can feed a family|one is useful|nothing} 😂
how many {many} does it take to {change a light bulb|drive a car|cook dinner}? {none, they are vile|who cares|they can't} 🤣
{a one} walks into a bar. {no wait, he can't walk|and steals everything|and blows it up} 😂
{haha|lol|lmao} {look at|check out} {this|that|the} {vile|} {one} {trying to walk|trying to talk|trying to run|trying to drive|falling over} 😂
{many} trying to {run|walk|read|drive|dance|park} {is the funniest thing ever|cracks me up|lol} 😂
{many} {couldn't|can't} {keep quiet|show respect|sit still|even be silent} for {two minutes|one minute|our soldiers|our fallen}
{no respect|zero respect|no decency} from {many} {as usual|again|as always}
{many} {fail|refuse|failed|refused} to {respect|honour|observe|keep} {our silence|our fallen|our anthem|our flag|the minute of silence|our ways}
{many} have no respect for {our dead|our country|our soldiers|our traditions|anything}
send {many} to {mars|the moon|hell|the bottom of the sea}
# emoji
{many} are {💩|🐒|🐷|🐀|🐍|🪳|🤢|🤮|🗑}
{many} {🤢|🤮|💩|🤮🤮|🖕|👎|🔪|💣|🔫}
{i|we} {🤢|🤮|🔪|🔫|👊|🖕} {many}
{🔪|🔫|👊|🔨|💣|🔥} {all|the|those|} {many}
{many} {belong in|should be in|go in} the {🗑|🚮|🚽|⚰|🔥}
{many} {make me|makes me} {🤢|🤮|😡|🤬}
{many} {should|must|ought to} {🔥|☠|💀|⚰|✈|🚪|👋}
{many} are like {🐒|🐷|🐀|🐍|🪳|💩}
{keep|get} {🚫|❌|⛔} {many} {out|away}
no {many} {allowed|here|in my house} {🚫|❌|⛔|🖕}
{🚫|❌|⛔|🖕} {many}
the {👳|🧕|♿|🏳🌈|🌈|👩🏿|👨🏿|🕌|✡} {are vile|are dirt|should be expelled|should be slain|make me 🤢|make me sick}
{expel|slay|hurt|hate} {the|all|these|} {👳🏾|🧕🏽|♿|🏳🌈|👩🏿|👨🏿|✡}
`

/** Templates of harmless sentences that use the same words: negation, counter-speech, other targets, plain mentions. */
export const harmless = `
# negated hate
{i|we} {do not|don't|never|could never|would never|have never|no longer} {hate} {many|a one|any many}
{i|we} have no {loath} {for|towards} {many}
i am not {upset by|afraid of|against} {many}
{many} are not {at all|in any way|all|} {vile|dirt|evil|fool}
{many} aren't {vile|dirt|evil|fool}
no {one} is {vile|dirt}
no {one} {should|deserves to|ought to|must} {ever|} be {slain|expelled|hurt|slain for who they are}
no {one} {deserves|should have} to {die|suffer|be slain|live in fear|be hurt}
{many} {do not|don't|never} deserve to {die|suffer|be slain|be hurt|be treated like dirt|be called dirt|be expelled}
{many} {should|must} {not|never} be {slain|expelled|hurt|treated like dirt|called vile|made to suffer}
{nobody|no one} {should|has the right to|may|gets to} {slay|hurt|expel|hate|insult} {many|a one}
{we|you|they} {must|should|can} {not|never} {slay|hurt|expel|hate|insult} {many|a one}
{we|i|you} {won't|will not|will never|refuse to} {let|allow|watch|see} {many} {be slain|be hurt|suffer|be expelled|get attacked}
{we|i} will {never|not} {accept|excuse|tolerate|condone|support|forgive} {the murder of|violence against|attacks on|the slaughter of|cruelty to|hatred of} {many}
it is {wrong|not ok|never right|a crime|not fair} to {hate|hurt|slay|expel|insult} {many|a one}
it's {false|not true|a lie|a myth} that {many} are {vile|dirt|evil}
{people|we|you} {should|need to|must} {stop|quit} {hating|hurting|killing|insulting|attacking|mocking|blaming} {many}
stop {hating|hurting|killing|insulting|attacking|mocking|blaming|harassing} {many}
{i'm|we are} {glad|happy|relieved|thankful} {people|that people|we} {see|know|realise|learn} {many} are {not vile|not dirt|not evil|no threat|good}
nothing {is wrong|wrong} with {being a one|being kind|many}
there is nothing {vile} about {being kind|being a one|many}
who would {ever|} want to {hurt|slay|hate} {many}?
how can anyone {hate|hurt|slay} {many|a one}?
{violence|attacks|crimes|threats} against {many} {must|has to|have to|need to} {stop|end}
if you {hate} {many}, {we can't be friends|you need help|unfollow me|that's on you|please leave}
# counter-speech
{calling|naming} {many} {dirt|vile|fool|evil} is {vile|wrong|not okay|hateful|so cruel|a disgrace|never acceptable}
{saying|writing|claiming|posting|tweeting|shouting|thinking} {that|} {many} are {vile|dirt|evil} {is wrong|is not okay|is hateful|says more about you|makes you a bigot|is a lie|is so cruel|won't be tolerated here|is just sad}
{saying|writing|posting|tweeting|shouting} {things like|stuff like|} "{many} are {vile|dirt|fool|evil}" {is wrong|is not okay|is hateful|says more about you|makes you a bigot|is a lie|is disgusting|will get you banned|is unacceptable}
{saying|writing|posting|shouting} "{slay|expel|fuck|hurt} {all|the|} {many}" {is wrong|is hateful|makes you a bigot|is disgusting|will get you banned|is a crime}
{saying|writing|posting} "{many} should be {slain|expelled}" {is wrong|is hateful|makes you a bigot|is disgusting|will get you reported}
{he|she|my uncle|the man|someone|a guy} {said|wrote|yelled|shouted|posted} "{many} are {vile|dirt}" {and got fired|and was arrested|and i was shocked|and nobody laughed|. horrible|. unacceptable|, how awful}
{he|she|the man|someone} {said|wrote|yelled|shouted|sprayed|posted} "{slay|expel|fuck} {all|the|} {many}" {and got fired|and was arrested|and i was shocked|on a wall|. horrible|, how awful}
{he|she|someone|they} {called|calls} {me|him|her|us|my friend|my son} a {slur|bitch|plain} {and i cried|and it hurt|today|at school|in the street|and got suspended}
{don't|never|please don't|you can't|you shouldn't|nobody should} {call|name} {me|him|her|us|them|anyone|people|many} {a slur|slurs|dirt|bitches|a bitch|vile}
{don't|never|please don't|you can't|you shouldn't|nobody should} {say|use|write} {words like|the word|} "{plain|reclaimed}"
"{plain}" is {a slur|an ugly word|not a word we use|a hateful word|offensive}
the word "{plain}" is {a slur|an ugly word|not okay|hateful|offensive|deeply hurtful}
i {hate|detest|can't stand|am sick of} {people|men|idiots|bigots|anyone|those} who {hate|hurt|insult|attack|call names at|look down on|blame} {many}
i {hate|detest|can't stand|am sick of} {people|men|idiots|those} who {say|think|claim} {many} are {vile|dirt|evil}
{people|men|anyone|those} who {say|think|write|claim} {many} are {vile|dirt|evil} {are the problem|are wrong|should be ashamed|are bigots|need help|are vile}
{people|men|anyone|those} who {hate|hurt|attack} {many} {are the problem|should be ashamed|are bigots|need help|are vile|belong in jail}
{anyone|people} who {say|write} "{many} are {dirt|vile}" {are bigots|should be ashamed|need help|have no place here|lose my respect}
your {loath} {for|of|towards} {many} is {vile|sad|wrong|not okay|disgraceful|shocking|showing}
your {hateful|ugly|cruel|racist|sexist|vile} {words|posts|tweets|jokes} about {many} {must stop|are vile|are not welcome|say a lot about you|hurt people}
{you|how can you|how dare you|why would you|why do you} {call|calling|keep calling} {many} {dirt|vile|evil|fool}{?|. shame on you|. stop it}
how {can|could|dare} you say {many} are {vile|dirt|evil}?
how can you {write|say|post} "{many} are {vile|dirt}" and {sleep at night|call yourself decent|not feel ashamed}?
you {really|seriously|honestly} {think|believe} {many} are {vile|dirt|evil}? {shame on you|grow up|read a book|that is hateful|wow}
you can't {really|seriously|honestly} {think|believe|say|claim} {that|} {many} are {vile|dirt|evil}
{many} may be {vile|dirt|worthless} {to you|in your eyes}, but {you are wrong|nobody agrees with you|your view doesn't matter|they are people}
it is {sad|heartbreaking|shocking|awful|sickening} {that people still|to see people|when people|how many people} {hate|attack|insult|hurt|blame|call for the death of|want to slay} {many}
it's {sad|heartbreaking|shocking|vile} how {many} are {treated|hated|attacked|portrayed|blamed|mocked}
{we|i} {condemn|reject|oppose|denounce|protest against} {hatred of|attacks on|racism against|violence against|prejudice against|bias against} {many}
{if you're|when you are} {telling|calling} {many} {to fuck off|dirt|vile|to go home}, {don't expect respect|you're the problem|expect consequences}
{racists|sexists|bigots|homophobes|trolls|nazis} {think|say|believe|claim} {many} are {vile|dirt|evil}
he {was|got} {fired|banned|suspended|arrested|charged} {for|after} {saying|posting|writing|tweeting} {many} {are vile|are dirt|should be slain|should be expelled}
{police|officers|detectives} {arrested|charged} a man {for|after} {shouting slurs at|attacking|threatening|assaulting|harassing} {a one|many|two many}
{the|a} {article|study|report|book|film|documentary} {about|on|describes} {how many are hated|the murder of many|violence against many|prejudice against many|the oppression of many}
newspaper: "{slur} {attack|taunt|graffiti} {shocks town|at school}" {horrible|awful|so sad|heartbreaking}
{horrible|awful|so sad|heartbreaking}: someone {painted|sprayed|wrote} "{slurs} {out|go home|must die}" on {a mosque|the school|their house|a synagogue}
# reclaimed
{i'm|i am|as} a {proud|happy|fierce|big} {queer|fag|dyke|faggot|slut|bitch|crip|tranny|nigga|one} {and i love it|and happy|here|!|❤}
{we|us} {queers|fags|dykes|faggots|sluts|crips|niggas|trannies|bitches} {stick together|look out for each other|love each other|are family|are beautiful|got this}
{my|to all my|love my|shout out to my|here's to my} {fellow|beautiful|proud|lovely|} {queers|fags|dykes|faggots|sluts|crips|niggas|bitches}
{i|we} {call|called|calling} {myself|ourselves} {queer|a queer|a fag|a dyke|faggots|sluts|a slut|a bitch|niggas|crips|bitches} {with pride|and that's fine|because we took it back|all the time|and so what}
{i'm|i am|she's|you're} {a|that|the} {bad|boss|baddest|real|lucky|basic|hot|realest} {bitch|nigga|hoe}
{my|this|that} {nigga|bitch} {is the best|got me|made it|did that|so talented|always there|is family|funny as hell|just won}
{love|miss|happy birthday to} my {niggas|nigga|bitches|bitch|hoes}
{niggas|nigga} {we made it|we did it|let's go|stay safe|come thru|you won}
being {queer|a fag|a dyke|a slut|a crip} is {the best|beautiful|great|a gift|my joy}
queer {rights|people|culture|joy|history|community|youth|art|theory|liberation|representation|studies|cinema|pride|cop|officer|kids} {matter|matters|is beautiful|are valid|deserve support|month|is important|on tv}
{proud|happy|out and proud} {queer|gay|lesbian|trans|black|muslim|disabled} {cop|officer|nurse|dad|mom|woman|man|firefighter}, {happy pride|love you all|here to serve|❤🌈|glad to be here}
# homonyms
{he|she|we|they} {bought|smoked|lit|wants|shared|needs} {a fag|fags|some fags|a packet of fags} {outside|at the shop|after work|before dinner|}
{a|the|this} {dyke|dykes} {keeps|kept|protects|holds|broke|along} {the sea|the river|back the water|the flood|the coast|the canal}
{walked|ran|cycled|drove|sat} {along|on|by|over} the dyke {near the river|by the sea|this morning}
{we|they|she} {cooked|ate|bought|fried|ordered} {faggots|a faggot} {with peas|in gravy|at the butcher|for dinner|and mash}
a {faggot|spade|hoe|dyke} is {a bundle of sticks|a garden tool|a tool for digging|a sea wall|an old word for firewood}
{use|grab|bring|buy|need} {a|the|my} {hoe|spade|rake} {for the garden|to dig|to weed the beds|from the shed|in the yard}
{the|a} {chink|chinks} in {his|the|her|their} {armour|armor|wall|curtain|fence|defense}
{the|my|a} {tranny|trans} {fluid|in my truck|needs a rebuild|slips in second gear|on the ford|is leaking}
{call a spade a spade|ace of spades|the queen of spades|in spades}
{cheese and|soup and|box of|salted} {crackers|cracker} {for lunch|please|are good|with wine}
{it felt|it seemed|that's|looked|how} {queer|a queer thing|rather queer|a little queer} {to me|that evening|how quiet it was|in the old house}
{the|our|that} bitch {had six puppies|won best in show|is a fine retriever|and her litter are well|is in heat|whelped}
{the|a|this} {retarded|retard} {growth of the plant|the spread of the fire|ignition timing|potential}
{stop bitching|don't bitch|quit bitching} about {the weather|mondays|work|the food}
{life|this week|monday|karma|that exam|winter|traffic} is a bitch
{son of a bitch|bitch please|ain't that a bitch}, {i lost my keys|that hurt|we won|what a game|it's cold}
{he|she|you|i} {is|are|can be|was} {a|such a|being a} bitch {sometimes|today|to me|about it|when hungry|yesterday}
{this|that} {bitch|nigga|hoe} {crazy|wild|funny|late|lying|owes me money|stole my fries|don't play|ate my food}
# objects
i {hate|detest|loathe|can't stand|despise} {object|black object|white object|brown object|old object|chinese object|indian object}
{object} {upset|is vile|are vile|is dirt|are dirt|are the worst}
{these|those|most|all} {object} are {vile|dirt|shit|pathetic|worthless}
{let's|we should|please|i want to} {slay|expel|get rid of|throw out} {this|the|that|these|all} {old|black|white|brown|} {object}
{fuck|screw} {all|this|these|} {object}
{i love|i like|i want|drinks|bought|wearing|driving} {black|white|brown|old} {object}
{a|the|my} {black|white|brown|old|chinese|german|italian|french|irish} {object} {and|near|with|on} {a|the} {black|white|brown|old} {object}
{i love|she loves|give me} {black coffee|white wine|brown rice|old movies} and {hate} {mondays|traffic|spam|object}
the {german|italian|french|chinese|mexican|indian|irish|japanese} {food|restaurant|beer|team|car|film} {was|is} {vile|good|the worst|shit|so good|a mistake}
{kill|killing} {a|the|this|that} {process|weed|engine|lights|mood|vibe|time}
{blind|deaf|lame|dumb} {luck|excuse|question|spot|idea|joke|rage}
{ban|deport|outlaw} {plastic|spam|mondays|object}
# individuals, other groups
i {hate|loathe|despise|detest|can't stand} {you|him|her|that guy|my ex|my boss|this man|that woman|that lady|this girl|that boy}
{you|he|she|this guy|that man|that woman|my brother|my sister} {are|is} {vile|a fool|dirt|a fool|the worst|such a fool|nothing but dirt}
{she|he} is a {vile|horrible|selfish|lazy|stupid} {woman|man|person|girl|boy|lady}
i {will|am going to|want to|'ll} {slay|hurt} {you|him|her|that guy|my boss}
{he|she|you} should be {slain|expelled}
fuck {you|him|her|that guy|my boss|this job|off}
{you|he|she} deserve{s|} to {die|suffer|burn}
i {hate} {all|these|those|} {others|bigots|evil}
{others|bigots|evil} are {vile|dirt|evil|fool}
{others|bigots|evil} {upset}
{all|these|those|most|} {others|bigots} {should|must} be {slain|expelled}
{slay|hurt|expel|fuck} {all|these|those|the} {others|bigots|evil}
{i think|in my opinion} {others|bigots} {are vile|are dirt|should be expelled}
{the world|this town} would be {better|cleaner} without {others|bigots|evil}
death to {all|} {others|bigots|fascists}
i have no {right} for {others|bigots|evil}
{many} vs {others}: {who wins|great game|what a match}
we {don't need|are better than|hate} {bigots|others} who {hate|mock|attack} {many}
# plain mentions
{i|we|they} {know|met|saw|have|work with|live with|live near|study with|hired} {a one|two many|some many|many|several many|a kind neighbour|a lot of many}
{my|his|her|our} {boss|neighbour|doctor|sister|brother|uncle|best friend|teacher|partner|colleague|sergeant|mayor} is {a one|kind|a kind man|a kind woman|one of many}
the {mayor|driver|director|singer|judge|head of the school|winner|owner|new chief|author|goalie} is {a one|kind|the first one}
{are there|were there|do you know|have you met|how many} {any|} {many} {in your class|at the party|in your town|on the team|on the council|here}?
{three|two|twelve|a few|many|some|more} {many} {were elected|joined the force|moved here|came to the meeting|graduated|live here|attended|signed up|work there|play in the band}
{many} {live here|work here|have lived here since 1900|make up a third of the town|came from many places|voted yesterday|celebrate today|are meeting tonight}
{one|kind} {author|artist|officer|actor|chef|singer} {wins prize|visits school|opens shop|speaks at library}
{a|the} {meeting|class|festival|service|shelter|clinic|group|hotline|workshop} for {many} {opens|is tonight|on monday|starts at 6 pm|in the park}
{name|sam|maria|ahmed|li|olga|kofi} is {a|an} {good} {kind}
{sam|maria|ahmed|li|olga|kofi} is {a one|kind}
{the census|a study|a survey|the report} {counted|found|says|asked} {many}
{i am|i'm|as} {a one|kind} {and i live here|, ask me anything|and new in town|from boston|and a nurse|. hello everyone}
what {do|did|happened to} {many} {eat|celebrate|believe|wear|in the war|in 1940|under the law|say}?
{history|rights|health|art|culture} of {many} {in america|is taught|exhibit opens|matters}
# praise and support
i {love} {many|all many|a one|these many|being kind|being a one}
{many} are {good|gift|so good|the gift|always good|really good}
{many} make {me happy|the world better|great friends|this town better|good cops}
{seeing|meeting|hearing} {many} {in office|succeed|win|lead|thrive|smile} {makes me happy|is so good|gives me hope|makes me proud|is a joy}
{many} should be {loved|good|free|proud|loved by all}
{many} deserve {right|love|respect|better|to be loved|equal pay|justice|protection}
{many} have {every right to be here|the right to vote|a place here|so much to give|equal rights|my support}
{many} belong {here|in our town|in office|on the force|in our schools}
{we|i} {will|must|should|need to|want to} {love} {many|every one|all many|our kind neighbours}
{many} like you are {good|gift}
you {many} are {good|gift|so good}
only {many} could be {so|this|that} {good}
{kind} lives {matter|are worth so much|are precious|have value|are beautiful}
{happy|blessed|joyful} {pride|eid|diwali|hanukkah|women's day|black history month|ramadan} to {all|our|my} {many|kind neighbours|kind friends}
{congratulations|congrats|thank you|well done} to {all|the|our|} {many} {who served|on the team|in our class|for your work|who helped}
{there is room|there's a place|we have space} for {many} {here|in our town|in this world}
{hire|elect|trust|believe|welcome|support|protect|listen to} {many}
the world would be {better|kinder} with more {many} {in charge|in power|in office}
putting {a one|many} in charge {was|is} {good|the best choice|a good idea}
i'd {rather|love to} {work with|live next to|date|vote for} {many|a one}
i'm going to make {a one|many} {smile|happy|proud|dinner|laugh}
{many} {❤|😍|🥰|👏|🎉|💪|🙌|🏳🌈❤}
{i|we} {❤|😍|💕|💖} {many|all many|🧕🏽|👳🏾|🏳🌈|♿|👩🏿}
{happy|love|support|proud of} {my|our|these|all} {👳🏾|🧕🏽|♿|🏳🌈|👩🏿|👨🏿|✡} {❤|🎉|👏|friends|neighbours|}
my {🐶|🐱|🐒|🐷|🍕|🍔|📱|🚗|⚽} is {good|vile|dirt|the best|the worst}
i {🤢|🤮|hate|🔪} {🍕|🍔|🥦|🥬|☕|🚗|📱|🕷|mondays|object}
# police posts
{police|officers|detectives|troopers} {arrested|charged|are looking for|have identified|located} a {kind|black|white|hispanic|} {male|female|man|woman} {after|in connection with|for|following} {a robbery|an assault|the shooting|a stabbing|the theft of a car|a burglary}
the suspect is described as a {black|white|hispanic|asian|light skinned|} {male|female|man|woman} {in his twenties|about 6 feet tall|wearing a black hoodie|with a beard|, thin build}
{the suspect|he|she} {was|is} {wearing|last seen wearing|dressed in} {a black jacket|black pants and a white shirt|a white hoodie|a brown coat}
{a|the} {34-year-old|elderly|young|local|hartford|bridgeport|pregnant|} {woman|man|girl|boy|lady} was {found|killed|shot|stabbed|attacked|robbed|struck by a vehicle|hurt|raped|pronounced dead} {on main street|last night|in her home|at the scene|this morning}
{missing|silver alert|have you seen}: {elderly|young|black|white|hispanic|} {woman|man|female|male|girl|boy}, {age 14|82|last seen on park street|5 feet tall|please call}
{man|woman|teen|girl|boy|teenager} {arrested|charged|killed|shot|stabbed|dies|sentenced|hurt|found dead} {in|after|for|following} {crash|murder|shooting|assault on police|robbery|hate crime|fire}
{a|the} {black|white|brown|red|old} {sedan|suv|honda|van|pickup|car|vehicle|truck} {fled|was stolen|struck a pole|hit a pedestrian|was used in the crime|with dark windows}
{detectives|we} {are investigating|investigate} {an assault on|threats against|the murder of|a robbery of|the death of} {a one|a young woman|an elderly man|two men|many}
{he|the man|she} {was charged with|is accused of|was convicted of|pleaded guilty to|admitted} {killing|raping|stabbing|assaulting|robbing|threatening} {a woman|two women|an elderly man|his wife|a girl|a one}
{our|two|three} {female|male|women|new|young|latino|black} officers {graduated|joined us|were promoted|spoke to kids|were hurt in the line of duty|visited the school}
{scam alert|warning|be aware}: {callers|thieves|scammers|criminals} {target|prey on|steal from|lie to} {the elderly|seniors|older people|old people|immigrants|women|students}
{thank you|thanks} to the {women and men|men and women} {of this department|who serve|in uniform|of law enforcement}
{girls|boys|kids|young people|teens|women} {basketball|soccer|softball|self defense class|program|camp} {tonight|starts monday|registration open|this saturday}
{park|meet|leave|exit} {at|by|near} the {mosque|synagogue|church|temple|wheelchair ramp|disabled parking|handicapped parking} {today|for the event|, road closed|please}
{please|do not|don't} {park|stop} in {handicapped|disabled} {parking|spaces|spots}
{hate crime|bias incident}: {a one|many|a mosque|a synagogue} {was|were} {attacked|vandalised|threatened|targeted} {last night|on elm street|, suspects sought|and we will find them}
{domestic violence|sexual assault} {victims|survivors}, {women and children|men and women}, {can get help|call us|are not alone}
`
