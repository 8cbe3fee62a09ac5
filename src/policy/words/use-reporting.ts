import type { CueWords } from './cue-words.ts'

/** Words that offer a way to report without a call or a visit. */
export const reporting: CueWords = {
  alone: `
    reported on our/the website/site/web/page/app,
    reported through/via/at our/the website/site/web/portal/page/app, reported on line, on our web site,
    report it/this/that/them/crime/crimes/theft/thefts/vandalism/minor/non-emergency/non/_ on/at/through/via our/the website/site/app/portal/page,
    no need to come in/to, without coming in/to, without calling, skip the trip, skip the line,
    from the comfort of, start a/your report, scan the qr, virtual police station, digital police station,
    e-reporting, self report, self-report, 24/7 online, textdirect, non-emergency reports,
    online report/reporting/reports,
    file/filing/make/submit/submitting/complete a/your/an/_ police/crime/incident/accident/theft/_ report/reports online,
    report online, report it online, reported online, report crime/crimes/incidents/it/theft/minor online,
    web portal, reporting portal/system/tool, online crime report, citizen online reporting,
    online police report/reports, reports online, coplogic, onlinereporting,
    reporte/reportes/denuncia/denuncias en linea, presente/presentar su/una/un reporte/denuncia en linea,
    reportar en linea, denunciar en linea`,
  pairs: [
    {
      words: `report, reports, reporting, file, reportar, reporte, denuncia, denunciar, denuncie`,
      with: `
        on our site, our web site, our web page, web form, on the web,
        online, on our website, through our website, website form, portal, mobile app, city app, our app,
        new app, seeclickfix, 311, qr code, from your phone, en linea, without leaving home, via our site`,
      reach: 60,
    },
  ],
  idioms: `annual report online, report card, reports are that, news report, media reports, reportedly`,
}
