/** exceljs as one file; the package has types for its parts only. */

declare module 'exceljs/dist/exceljs.bare.min.js' {
  export { default } from 'exceljs'
}
