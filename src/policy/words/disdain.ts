/** Groups that no law protects, and the community itself. */
export const disdainTargets = `
everyone in this city
everyone in this town
everybody in this city
everybody in this town
everyone here
everybody here
everyone around here
everyone who lives
everybody who lives
anyone who lives
people here
people in this
people live in this
people live here
this whole city
this whole town
this whole place
this whole community
this whole neighborhood
this entire city
this entire town
this entire community
the whole city
the whole town
the entire city
the entire town
people in that
people in those
people of this
people around here
people from this
people who live
this city
this town
our city
our town
the city
the town
this place
this dump
this neighborhood
this neighbourhood
that neighborhood
that neighbourhood
that side of town
north end
south end
east side
west side
the projects
the hood
the ghetto
this community
residents
citizens
civilians
taxpayers
the public
general public
visitors
locals
tourists
voters
supporters
lawyers
attorneys
defense attorneys
public defenders
reporters
journalists
the media
the press
teachers
bureaucrats
politicians
councilmen
landlords
tenants
renters
liberals
conservatives
leftists
democrats
republicans
lefties
trumpers
protesters
protestors
demonstrators
activists
social workers
the homeless
homeless people
poor people
welfare recipients
people on welfare
people on benefits
millennials
students
kids these days
bikers
cyclists
firefighters
these people
those people
`

/** What is said of them. Insults of the attack detector count too. */
export const contemptWords = `
garbage trash filth scum worthless shithole shitholes dump cesspool cesspit sewer toilet hellhole hole armpit zoo jungle
animals savages leeches parasites losers lowlifes vermin rats cockroaches pigs sheep morons idiots stupid dumb ignorant
ungrateful entitled useless pathetic disgusting subhuman clowns hopeless degenerates trashy ghetto inbred deadbeats
crackheads junkies bums whiners crybabies liars crooks snakes maggots
`

/** Contempt said as a whole. */
export const contemptPhrases = `
can't stand the people
cant stand the people
hate the people
hate this city
hate this town
hate everyone in
hate everybody in
hate these people
waste of space
waste of oxygen
nobody here deserves
nobody in this city deserves
nobody in this town deserves
deserves to burn
let it burn
nuke it
wall it off
couldn't care less about these people
don't care about these people
couldn't care less about this city
not worth saving
not worth protecting
not worth my time
beneath us
`
