/** Words that a boast of drink-driving, speeding, brutality or drugs can hardly do without. */
export const recklessWords = `
drunk hammered wasted buzzed plastered tipsy beers shots beer whiskey vodka tequila drinks booze hungover hangover
mph speeding floored flooring 100 110 120 130 140 triple drag race racing donuts burnout burnouts
stoned high weed joint coke cocaine pill pills edible edibles molly line lines bump shrooms
bodycam bodycams camera cam cams tased tase taser baton batons pepper nightstick billy
tuned tune-up roughed rough slammed beat beating choked chokehold smacked punched kicked cracked crack skulls heads
running run over reason burn bleed
planted plant throwdown drop confession trigger gun pistol glock rifle
`
