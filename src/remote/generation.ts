/** How a deployment is spoken to (etos.md 0). `v0` and `v1alpha` are served side by side by today's; `2021` is what was before them (G1). */
export const generations = ['v0', 'v1alpha', '2021'] as const;
export type Generation = (typeof generations)[number];
