/** Handlebars as one file, which loads three times as fast as its sixty; the package has types for the sixty only. */

declare module 'handlebars/dist/handlebars.min.js' {
  export { default } from 'handlebars'
}
