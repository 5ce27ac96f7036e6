/** The folder of the live view: static files, to be served as they are at the root of the site. */
export const dashboardFolder = new URL('./page/', import.meta.url);
