export type { Mesh } from '../scene/mesh.ts';
