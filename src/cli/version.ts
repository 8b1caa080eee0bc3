/** As in package.json; a test compares. Importing that file would bring all of it into the bundle. */
export const version = '0.1.0';
