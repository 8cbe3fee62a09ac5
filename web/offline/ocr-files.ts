/**
 * Where the build lays what reads words in pictures. The folder's name changes with its content, so that it may be kept
 * for ever: tesseract.js 7.0.0 with its core, and the English data 1.0.0.
 */
export const ocrFolder = 'assets/ocr-7.0.0-eng-1.0.0'
