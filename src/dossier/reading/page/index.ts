/** The article in a page of HTML. Entered by itself, since Readability and a document model come with it: who reads no page loads neither. */
export { extracted, looksLikeHtml, type Extracted } from './article.js';
