/** How a round minimap shows the world: turned so that up is where the camera looks. */
export interface MapProjection {
  /** World coordinates of the centre. */
  readonly x: number;
  readonly z: number;
  /** Camera yaw in radians: 0 looks north, growing toward east. */
  readonly yaw: number;
  /** Pixels of the canvas, whichever its resolution, per tile. */
  readonly pixelsPerTile: number;
  /** Half of the canvas's side, in the same pixels. */
  readonly radius: number;
}

/** Where a point of the world is on the canvas; y grows downward. */
export function worldToMap(map: MapProjection, x: number, z: number): { x: number; y: number } {
  const east = x - map.x;
  const north = z - map.z;
  const right = east * Math.cos(map.yaw) - north * Math.sin(map.yaw);
  const up = east * Math.sin(map.yaw) + north * Math.cos(map.yaw);
  return { x: map.radius + right * map.pixelsPerTile, y: map.radius - up * map.pixelsPerTile };
}

/** The point of the world under a point of the canvas; undefined outside the circle. */
export function mapToWorld(map: MapProjection, x: number, y: number): { x: number; z: number } | undefined {
  const right = (x - map.radius) / map.pixelsPerTile;
  const up = (map.radius - y) / map.pixelsPerTile;
  if (Math.hypot(right, up) * map.pixelsPerTile > map.radius) return undefined;
  return {
    x: map.x + right * Math.cos(map.yaw) + up * Math.sin(map.yaw),
    z: map.z - right * Math.sin(map.yaw) + up * Math.cos(map.yaw),
  };
}
