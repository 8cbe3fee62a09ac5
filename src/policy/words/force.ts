/** Words that call for a look at talk of force. */
export const forceCues = `
broke his, broke her, busted his, bloodied, fractured, beat the, kicked the, fight with, scuffle with, scuffle, brawl, tase, tased, tasered, tasing, taser, tazed, tazer, taze, pepper sprayed, pepper spray, sprayed, maced,
oc spray, chokehold, choke hold, choked, headlock, baton, batons, nightstick, body slammed, body slam,
slammed, tackled, takedown, took him down, took her down, take him down, take her down, taking him down,
punched, punch, kicked, kneed, knee, elbow, elbowed, beat him, beat her, beat down, beatdown, beating, shot,
shoot, shooting, fired, use of force, force, rough, roughed, bodyslam, bodyslammed, wrestled, threw him,
threw her, slugged, dropped him, dropped her, knocked him, knocked her, decked, smacked, put hands on,
hands on him, drew down, drew my, pulled my gun, pulled my weapon, drew my gun, trigger, rounds, k9 bit,
dog bit, bean bag, beanbag, manhandled, strike, strikes, gave him, gave her, justified, unjustified,
lit him up, lit her up, lit up, kick his ass, kicked his ass, kicked her ass, to the ground, to the floor,
to the pavement, on the ground, on the pavement, on the floor, draw my, i fired, we fired, restrained, pinned, cuffs too tight, chased`
