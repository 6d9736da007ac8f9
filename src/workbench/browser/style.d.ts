/** Style sheets are imported for the bundler; they hold no names. */
declare module '*.css';
