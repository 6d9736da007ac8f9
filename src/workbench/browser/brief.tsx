/** Entry of the bundle of the place Brief, which is fetched when the place is first looked at. Its style, `style/brief.css`, is an entry too: imported here it would come with the first screen. */
export { BriefPlace } from './places/brief.js';
