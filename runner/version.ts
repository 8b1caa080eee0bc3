/** The version in package.json; a test compares them. A bundle that read the file would have to carry it. */
export const version = '0.1.0';
