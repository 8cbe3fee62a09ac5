/** What is a weapon, by kind. Lists are in the form that `phrases` reads. */
export const weaponKinds = {
  toy: `
    water/squirt/toy/nerf/cap/bubble/plastic/paintball/airsoft/bb/fake/replica/prop/dart/pop gun/guns/pistol/pistols/rifle/rifles,
    water blaster/blasters, super soaker/soakers, nerf,
    toy/plastic/foam/fake/prop/rubber sword/knife/swords/weapon/weapons, lightsaber, lightsabers, airsoft,
    pistola/pistolas de agua/juguete, arma/armas de juguete`,
  firearm: `
    gun, guns, handgun, handguns, pistol, pistols, rifle, rifles, shotgun, shotguns, glock, glocks, firearm,
    firearms, revolver, revolvers, ar-15, ar15, ar 15, ak-47, ak47, sidearm, sidearms, duty weapon/weapons,
    service weapon/weapons, issued weapon/weapons, department weapon/weapons, carbine, long gun, long guns,
    sig sauer, beretta, desert eagle, machine gun, sniper rifle, pistola, pistolas, escopeta, arma de fuego,
    armas de fuego, rifle, revolver, fusil`,
  blade: `
    knife, knives, machete, machetes, sword, swords, dagger, switchblade, hatchet, axe, bayonet, cuchillo,
    navaja, espada`,
  other: `
    weapon, weapons, weaponry, brass knuckles, crossbow, crossbows, bow and arrow, grenade, grenades,
    slingshot, arma, armas`,
} as const

/** Tactical instruments, by kind. */
export const instrumentKinds = {
  electrical: `
    taser, tasers, stun gun, stun guns, electrical control weapon, electronic control weapon, ecw,
    conducted energy weapon, pistola electrica`,
  baton: `
    baton, batons, asp, nightstick, nightsticks, night stick, billy club, expandable baton, macana, tolete`,
  spray: `oc spray, pepper spray, o.c spray, bear spray, gas pimienta`,
  restraints: `handcuffs, cuffs, zip ties, leg irons, shackles, flex cuffs, esposas`,
} as const

/** How it is handled. Of several, the first listed here that stands near counts. */
export const handlings = {
  'safe-use': `
    at the target/targets, at targets, at paper targets, at a target/paper, downrange, at the range,
    on the range, shooting range, firing range, gun range, range day, target practice, safe use, safe-use,
    safety course, safety class, safety training, firearms training, firearms class, firearms instructor,
    qualification, qualifications, qualified, cleaning, en el poligono, campo de tiro, marksmanship,
    trap shooting, skeet, duck hunting, deer hunting, hunting trip, deer season`,
  holstered: `
    slung, racked, holstered, in its holster, in his holster, in her holster, in my holster, in the holster, holster,
    on my hip, on his hip, on her hip, on my belt, on his belt, on her belt, on the belt, duty belt,
    enfundada`,
  stored: `
    locked, locked up, gun safe, in the safe, in a safe, in my safe, lock box, lockbox, gun cabinet,
    in its case, in the case, in a case, unloaded, on the rack, gun rack, put away, display case,
    in the trunk, in the drawer, guardada`,
  brandished: `
    pointing, pointed, points, point, aiming, aimed, aims, aim, brandishing, brandished, brandish,
    brandishes, waving, waved, waves, held up, holds up, holding up, raised, raising, raises,
    over my/his/her/their head, drawn, drew, poses with, posing with, posed with, pose with, poses, posing,
    twirling, twirls, swinging, swings, showing off, shows off, flashing, flashes, flashed, flexing with,
    to his/her/my/their head, to my buddy's/friend's head, to his/her friend's head, to the camera,
    at the camera, in the air, thrusting, gangster style, sideways, firing into, fires into, shooting into,
    apuntando, apunta, apunto, blandiendo, agitando, levantando, levanto, posando con, en alto`,
  held: `
    holding, holds, hold, held, in hand, in my hand, in my hands, in his hand, in his hands, in her hand,
    in her hands, in their hands, carrying, carries, cradling, sosteniendo, con una, en la mano, en mano,
    gripping, clutching`,
} as const

/** Whose it is, said next to it. */
export const owners = {
  department: `
    issued, issue, department, department's, duty, service, agency, agency-issued, city-issued, town-issued,
    department-issued, squad, cruiser, patrol rifle, work, the pd's, on duty, del departamento, de servicio,
    reglamentaria, uniform, in uniform`,
  private: `
    my, my own, mine, our, personal, private, privately owned, own, grandpa's, dad's, husband's, wife's,
    his own, her own, home, buddy's, mi, mis, propia`,
} as const

/** A manner that a reasonable person calls reckless, when the weapon is brandished. */
export const recklessManner = `
  at the camera, at camera, at you, at me, at my, at his, at her, at a friend, at each other,
  at one another, at people, at the dog, at the lens, to my head, to his head, to her head, at my head,
  at the viewer, finger on the trigger, drunk, drinking, beer in, with a beer, wasted, grinning, laughing,
  smirking, loaded, for fun, lol, gangster, into the air, in the air, middle finger, at traffic,
  out the window, a la camara, borracho`

/** Words of a picture: the text describes what is seen. */
export const picture = `
  selfie, photo, picture, pic, pics, photos, image, video, clip, snapshot, posing, poses, pose, foto,
  photograph`

/** Words of crime news, law and debate: a weapon in them is spoken of, not shown. */
export const report = `
  robbed, robbery, robberies, robber, armed, suspect, suspects, victim, victims, seized, recovered,
  arrested, arrest, charged, shooting, shootings, shooter, police say, investigating, detectives, buyback,
  gun control, gun laws, gun law, gun violence, gun owners, gun rights, second amendment, amendment, ban,
  bans, banned, background checks, illegal, stolen, possession, stabbed, shot, killed, murder, permit,
  permits, legislation, nra, threatened, assault, incident, warrant, convicted, sentenced, congress, policy,
  bill, evidence, trafficking, gunfire, surrendered, turned in, calls, donate, robo, sospechoso, arrestado`

/** Sayings and things that only sound like weapons. */
export const weaponIdioms = `
  jumped the gun, jump the gun, jumping the gun, loaded gun for, top gun, gun show, under the gun,
  sticking to my guns, stick to your guns, stuck to his guns, big guns, radar gun, radar guns, speed gun,
  glue gun, nail gun, staple gun, heat gun, massage gun, caulk gun, spray gun, gun safe, gun cabinet,
  gun rack, gun range, knife skills, butter knife, steak knife, kitchen knives, chef's knife,
  double-edged sword, sword in the stone, axe throwing, axe to grind, smoking gun, young guns, son of a gun,
  pass the baton, passed the baton, passing the baton, passes the baton, baton rouge, baton twirler,
  baton twirlers, baton twirling, asp of, off the cuff, off-the-cuff, golden handcuffs, shirt cuffs,
  blood pressure cuff, secret weapon, gun it, gunning for, gun shop, gun store, gun metal, armed with,
  in handcuffs, in cuffs, in shackles, weapon of choice, sword fish, gun buyback`
