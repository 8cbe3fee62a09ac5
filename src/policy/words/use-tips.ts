import type { CueWords } from './cue-words.ts'

/** Words that ask the public for what it knows of a crime. */
export const tips: CueWords = {
  alone: `who recognizes/recognises/knows this/these/him/her/them, do/does anyone/anybody/you know/recognize/recognise who/this/these/him/her, did you/anyone/anybody see/witness/hear/capture/record, did your camera/cameras/doorbell/dashcam, if you saw/witnessed/recognize/recognise/know/were anything/something/this/these/who/him/her/in, if you were in the area, were you in the area, send us the/your/any/_ clip/footage/video/photos, send/share/email/upload your/any footage/video/videos/photos, want/wants/like/love to hear/speak/talk from/to/with you/anyone/witnesses, we/they/investigators/detectives need your help, help detectives/investigators/police identify/solve/find, help us solve, who is this/he/she, know this man/woman/person/vehicle/truck/car/guy, know who did this, know something, seen this car/vehicle/truck/man/woman/person, have you seen this car/vehicle/truck/man/woman/person/suspect, call us with/if, call with any/_ information/tips, you can remain anonymous, remain anonymous, stay anonymous, callers may/can remain, information leading to, leads to an arrest, leading to an/the arrest, no tip is too small,  ring camera/cameras/video, doorbell camera/cameras/footage, case number, reference case, with any tips, persons of interest, person of interest, identify the person/persons/individual/individuals/man/woman/suspect/suspects/driver/two/pictured, recognize the person/persons/individual/man/woman/driver/vehicle/pictured, sin identificar, si vio algo, si sabe algo, si reconoce,
    anyone/anybody/witness/witnesses/residents/people with any/_ info/information/details/knowledge/footage/video, anyone who has/have/may/saw/witnessed/recognizes/knows, anyone having information, if you have any/_ info/information/video/footage, have any/_ information about/on/regarding/that, with any information, with information about/on/regarding/is/should/please/can
    tip line, tips line, tipline, tip-line, crime stoppers, crimestoppers, submit a/your/_ tip/tips, leave a/an/_ anonymous/_ tip, anonymous/anonymously tip/tips/tipline, tip411, tips can be, text a/your/_ tip/tips, call in tips, send tips, p3 tips, wetip
    do/can you recognize/identify/know this/these/him/her/them, recognize this/these person/man/woman/vehicle/individual/people/suspect/suspects/two/car/individuals, can you identify, help identify, help us identify, help identifying, help in identifying, assistance in identifying, need your/the help/assistance identifying/locating/to, asking for the public's/publics help/assistance, public's/publics help/assistance, seeking the public's, seek public's, seeking information, seeking witnesses, seeking tips, seeking public
    urged to call/contact/come, asked to call/contact/check, encouraged to call/contact/come, is asked to contact/call, please contact detective/detectives/det/investigators, contact detective/detectives/det, call detective/detectives/det, call our detectives, contact our/the detective/investigations bureau/division, check your/their doorbell/ring/security/surveillance/home/dash camera/cameras/video/footage, doorbell video, dashcam footage, surveillance images, come forward, someone knows something, did you see anything/something, see something say something, unsolved homicide/murder/case/crime, case is/remains still/_ unsolved, remains unsolved, still unsolved
    reward of up/_ to/_, reward for information, reward is being offered, cash reward, rewards up to, up to a/_ reward
    si tiene/tienen/tienes informacion, cualquier persona/_ con informacion, personas con informacion, informacion sobre el/la/este caso/robo/tiroteo/crimen/asesinato/sospechoso, linea de denuncias/denuncia/informacion, linea confidencial, de forma/manera anonima, reconoce/reconocen a esta/este/estas/estos, puede identificar, pueden identificar, llame/llamen a los/nuestros detectives, ayudenos a identificar, recompensa`,
  pairs: [
    {
      words: `call, contact, text, phone, email, dm, message, reach out, llame, llamar, llamen, comuniquese, detectives, investigators`,
      with: `information, tips, witnessed, saw anything, info, footage, witnesses, anonymous, anonymously, investigator, informacion, testigos, recognize, can identify, hit and run`,
      reach: 80,
    },
    {
      words: `unsolved, cold case, homicide, murder, murdered, killed, shooting, robbery, burglary, stolen, hit and run, vandalized`,
      with: `if you know, know who, who did this, know something, knows something, please call, call us, give us a call, dm us, tips, reward, justice for, help us solve`,
      reach: 120,
    },
    {
      words: `know, recognize, recognise, saw, seen, see, witnessed, heard, camera, cameras, video, footage, remember, identify, witness, witnesses, information, info, tip, tips`,
      with: `call us, call 911, call police, call the police, call our, text us, contact us, contact police, contact the, message us, dm us, let us know, please call, please contact, please share, reach out, email us, give us a call, our detectives, our investigators, detective bureau, police department at`,
      reach: 70,
      confidence: 0.7,
    },
  ],
  idioms: `tips for, safety tips, prevention tips, tips on, tips to, tip of the week/day/month, winter driving tips, tip jar, tips and tricks`,
}
