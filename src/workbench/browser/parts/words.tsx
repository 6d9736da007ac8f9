/** Sentences of the engine: what stands in backticks is the text's own word, and is set like it. */
export const Words = ({ of }: { readonly of: string }) => <>{of.split('`').map((part, index) => (index % 2 === 1 ? <code class="said" key={index}>{part}</code> : part))}</>;
