/** The packages that read words in pictures, by the versions that the folder below is named for. */
export const ocrVersions = {
  'tesseract.js': '7.0.0',
  'tesseract.js-core': '7.0.0',
  '@tesseract.js-data/eng': '1.0.0',
} as const

/** Where the build lays their files. Its name changes with its content, so that browsers may keep it for ever. */
export const ocrFolder = `assets/ocr-${Object.values(ocrVersions).join('-')}`
