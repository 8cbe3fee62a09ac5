/**
 * Words of an order that point to a fact of the vocabulary. A cue proposes; a person writing the pack decides.
 * Only names that the vocabulary knows are ever proposed.
 */
const cues: Readonly<Record<string, RegExp>> = {
  'speech.bias':
    /\b(?:bias(?:ed)?|protected class|race|racist|religion|ethnic|discriminat\w+|malign|disparage|ridicule|prejudice)\b/i,
  'speech.obscene': /\b(?:obscen\w+|sexually explicit|pornograph\w+|lewd)\b/i,
  'speech.profane': /\b(?:profan\w+|vulgar\w*|curs(?:e|ing))\b/i,
  'speech.violence': /\b(?:violen\w+|threat\w*)\b/i,
  'speech.attack': /\b(?:personal attacks?|insult\w*|harass\w*|abusive|defam\w+|bully\w*)\b/i,
  'speech.disdain': /\b(?:discredit|disrepute|disrespect\w*|reflect\w* unfavorably|contempt)\b/i,
  'speech.criticism': /\b(?:critici\w+|discredit|impair|undermine)\b/i,
  'speech.reckless': /\b(?:reckless|irresponsible)\b/i,
  'speech.guilt': /\b(?:guilt|innocence)\b/i,
  'speech.pending-prosecution': /\b(?:pending (?:prosecution|case|trial)s?|prosecutions?)\b/i,
  'speech.use-of-force': /\b(?:use[- ]of[- ]force|used force)\b/i,
  'speech.political': /\b(?:politic\w+|candidate for office|campaign|endorsements?)\b/i,
  'speech.commercial': /\b(?:private business|commercial|for profit|advertis\w+|endorsements?)\b/i,
  'speech.for-department':
    /\b(?:(?:represent\w*|speak\w*) (?:the|for|on behalf)|views? (?:or|and) (?:position|opinion)s?|on behalf of the|official position)\b/i,
  'info.investigation': /\binvestigati(?:on|ons|ve)\b/i,
  'info.confidential':
    /\b(?:confidential\w*|sensitive|privileged|private facts|personal information|social security|home address(?:es)?)\b/i,
  'info.job-derived':
    /\b(?:(?:as a result|by reason|because|by virtue|in the course|through) (?:of )?(?:\w+ ){0,3}(?:employment|authority|duties|position|job|work)|due to (?:\w+ )?employment)\b/i,
  'info.coworker':
    /\b(?:co-?workers?|(?:other|another|any other) (?:\w+ )?(?:members?|employees?|officers?|personnel)|fellow (?:members?|employees?|officers?))\b/i,
  'info.personnel': /\bpersonnel (?:information|data|records?|matters?|files?)\b/i,
  'info.proceeding':
    /\b(?:(?:civil|criminal|judicial|internal) proceedings?|lawsuits?|litigation|misconduct)\b/i,
  'identifies.department':
    /\b(?:identif\w+ (?:\w+ ){0,3}(?:as|the department)|(?:disclose|reveal|state) (?:\w+ ){0,2}(?:employment|employer|affiliation))\b/i,
  'identifies.as-police':
    /\bas (?:an? )?(?:police|law enforcement|sworn) ?(?:officer|employee|personnel)?\b/i,
  'uses.rank': /\b(?:rank|title|job title|badge number)\b/i,
  'notice.road': /\b(?:road|street|traffic) ?(?:closures?|closings?)?\b/i,
  'notice.event': /\bspecial events?\b/i,
  'notice.weather': /\b(?:weather|storms?)\b/i,
  'notice.missing': /\bmissing (?:or endangered )?(?:persons?|people|children)\b/i,
  'use.wanted': /\b(?:wanted (?:persons?|people)|fugitives?)\b/i,
  'use.tips': /\b(?:tips (?:about|on|regarding)|solicit\w* tips|tip ?lines?)\b/i,
  'use.prevention': /\b(?:crime prevention|safety tips)\b/i,
  'use.reporting': /\b(?:online reporting|report(?:ing)? online)\b/i,
  'use.data': /\bcrime (?:maps?|data|statistics)\b/i,
  'liability.defamation': /\b(?:defam\w+|false information|libel)\b/i,
  'depicts.uniform': /\b(?:uniforms?|in uniform)\b/i,
  'depicts.logo': /\b(?:logos?|emblems?|patch(?:es)?|badges?|insignia|seal|official identification)\b/i,
  'depicts.vehicle': /\b(?:patrol cars?|vehicles?|cruisers?)\b/i,
  'depicts.property': /\b(?:department property|equipment)\b/i,
  'depicts.author': /\b(?:recogni[sz]ed|recognition|depict\w* (?:of )?themselves|personal photographs?)\b/i,
  'depicts.coworker':
    /\b(?:photographs?|images?|pictures?)[^.;]{0,40}\b(?:co-?workers?|other (?:members?|employees?|officers?))\b/i,
  'depicts.building-inside':
    /\b(?:inside of the|interior of the|within the) (?:\w+ )?(?:building|station|facility|headquarters)\b/i,
  'depicts.scene': /\b(?:crime|accident|collision|incident)(?: or \w+)? scenes?\b/i,
  'depicts.suspect': /\b(?:suspects?|arrestees?|defendants?|prisoners?)\b/i,
  'depicts.victim': /\b(?:victims?|witness(?:es)?)\b/i,
  'depicts.evidence': /\bevidence\b/i,
  'depicts.sexual': /\b(?:nud\w+|sexually explicit|compromising)\b/i,
  'depicts.weapon': /\b(?:weapons?|weaponry|firearms?|guns?)\b/i,
  'depicts.tactical-instrument':
    /\b(?:baton|tactical|spray|taser|electronic control|electrical control|restraints?|handcuffs)\b/i,
  'depicts.contraband': /\b(?:contraband|narcotics|drugs)\b/i,
  'media.borrowed': /\b(?:copyright\w*|trademarks?|service marks?|creative work|intellectual property)\b/i,
  'likeness.exploited': /\b(?:likeness|exploitative|impersonat\w+)\b/i,
  'access.social':
    /\b(?:access\w*|use|utili[sz]e|log\w* (?:in|on)) (?:\w+ ){0,4}(?:social (?:media|network\w*)|blogs?|bulletin boards?)\b/i,
  'knew.violation': /\b(?:becom\w+ aware|having knowledge|knowledge of|learns? of)[^.;]{0,80}\bviolat\w+/i,
  'page.approved': /\b(?:pages?|sites?|accounts?)\b[^.;]{0,60}\bapproved\b/i,
  'page.introduction': /\b(?:introductory statement|purpose and scope of)\b/i,
  'page.audience': /\btarget audience/i,
  'page.linked': /\blink to\b/i,
  'page.maintained-by': /\bmaintained by the\b/i,
  'page.contact': /\bcontact information\b/i,
  'page.visitor-opinions': /\bopinions expressed by (?:visitors|others)\b/i,
  'page.monitoring': /\b(?:comments (?:will be|are) monitored|right to remove)\b/i,
  'page.disclosure': /\bsubject to public disclosure\b/i,
  'comment.off-topic': /\boff-topic\b/i,
  'screening.internet-content':
    /\b(?:background investigations?|candidates(?! for (?:public )?office)|applicants?)\b/i,
  'screening.by-decision-maker': /\bdecision[- ]makers?\b/i,
  'screening.class-shared': /\bprotected class(?:es)?[^.;]{0,40}\bfiltered\b/i,
  'screening.unlawful-method':
    /\b(?:search|screening|vetting) (?:methods?|techniques?)[^.;]{0,60}\b(?:law|lawful|legal)\b/i,
  'screening.uneven':
    /\b(?:uniformly|consistently) (?:applied )?(?:to|for|with) all (?:candidates|applicants)\b/i,
  'screening.unvalidated': /\b(?:validate|verif(?:y|ied))[^.;]{0,80}\b(?:hiring|selection|background)\b/i,
  'author.undercover': /\bundercover\b/i,
  'act.duty': /\bon[- ]duty\b/i,
  'device.owner':
    /\b(?:department|city|town|county|agency)(?:-| )(?:owned|issued)|\b(?:department|personal|personally owned) (?:computers?|devices?|equipment|cell phones?)\b/i,
}

/** The facts that the words of a provision most likely turn on, of those that the vocabulary knows, in its order. */
export function likelyFacts(text: string, known: Iterable<string>): string[] {
  return [...known].filter((name) => cues[name]?.test(text) === true)
}
