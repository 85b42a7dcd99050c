import { PerspectiveCamera } from 'three';
import { flipZ } from './coordinates.ts';
import type { CameraView } from './view.ts';

const PITCH_LEAST = (20 * Math.PI) / 180;
const PITCH_MOST = (75 * Math.PI) / 180;
const DISTANCE_LEAST = 6;
const DISTANCE_MOST = 28;
/** Where the camera looks: about a person's chest. */
const LOOK_HEIGHT = 1.0;
/** Time constants in milliseconds: of orbit and zoom, and of following. */
const ORBIT_MS = 70;
const FOLLOW_MS = 90;
/** Further than this in one frame is a teleport: the camera goes along at once. */
const JUMP_TILES = 6;
const FIELD_OF_VIEW = 42;
const FIELD_OF_VIEW_MOST = 58;
/** How close to the ground it may come. */
const CLEARANCE_TILES = 0.7;

/** Vertical field of view in degrees: wider on upright screens, so that one sees to both sides. */
export function fieldOfView(aspect: number): number {
  if (aspect >= 1.2) return FIELD_OF_VIEW;
  const across = Math.tan((FIELD_OF_VIEW * Math.PI) / 360) * 0.92;
  return Math.min(FIELD_OF_VIEW_MOST, Math.max(FIELD_OF_VIEW, (Math.atan(across / aspect) * 360) / Math.PI));
}

export interface OrbitCamera extends CameraView {
  readonly camera: PerspectiveCamera;
  /** Where it looks, world coordinates with `y` up. */
  readonly focus: { x: number; y: number; z: number };
  resize(aspect: number): void;
  /** Follows a point by the time that has passed; without a point it stays. */
  update(
    deltaMs: number,
    target: { x: number; y: number; z: number } | undefined,
    heightAt: (x: number, z: number) => number,
  ): void;
}

/** A camera that orbits what it follows. Everything eases toward what was asked for. */
export function createOrbitCamera(start: { x: number; y: number; z: number }): OrbitCamera {
  const camera = new PerspectiveCamera(FIELD_OF_VIEW, 1, 0.4, 260);
  const focus = { ...start };
  const asked = { yaw: 0, pitch: (47 * Math.PI) / 180, distance: 15 };
  const shown = { ...asked };
  let hasFollowed = false;
  return {
    camera,
    focus,
    get yaw() {
      return shown.yaw;
    },
    orbit(yawRadians, pitchRadians) {
      asked.yaw += yawRadians;
      asked.pitch = clamp(asked.pitch + pitchRadians, PITCH_LEAST, PITCH_MOST);
    },
    zoom(tiles) {
      asked.distance = clamp(asked.distance + tiles, DISTANCE_LEAST, DISTANCE_MOST);
    },
    faceNorth() {
      shown.yaw = Math.atan2(Math.sin(shown.yaw), Math.cos(shown.yaw));
      asked.yaw = 0;
    },
    resize(aspect) {
      camera.aspect = aspect;
      camera.fov = fieldOfView(aspect);
      camera.updateProjectionMatrix();
    },
    update(deltaMs, target, heightAt) {
      const ease = 1 - Math.exp(-deltaMs / ORBIT_MS);
      const orbitShare = hasFollowed ? ease : 1;
      shown.yaw += (asked.yaw - shown.yaw) * orbitShare;
      shown.pitch += (asked.pitch - shown.pitch) * orbitShare;
      shown.distance += (asked.distance - shown.distance) * orbitShare;
      if (target !== undefined) {
        const jumped = Math.hypot(target.x - focus.x, target.z - focus.z) > JUMP_TILES;
        const share = hasFollowed && !jumped ? 1 - Math.exp(-deltaMs / FOLLOW_MS) : 1;
        focus.x += (target.x - focus.x) * share;
        focus.y += (target.y - focus.y) * share;
        focus.z += (target.z - focus.z) * share;
        hasFollowed = true;
      }
      place(camera, focus, shown, heightAt);
    },
  };
}

function place(
  camera: PerspectiveCamera,
  focus: { x: number; y: number; z: number },
  { yaw, pitch, distance }: { yaw: number; pitch: number; distance: number },
  heightAt: (x: number, z: number) => number,
): void {
  const flat = Math.cos(pitch) * distance;
  const x = focus.x - Math.sin(yaw) * flat;
  const z = focus.z - Math.cos(yaw) * flat;
  const y = Math.max(focus.y + LOOK_HEIGHT + Math.sin(pitch) * distance, heightAt(x, z) + CLEARANCE_TILES);
  camera.position.set(x, y, flipZ(z));
  camera.lookAt(focus.x, focus.y + LOOK_HEIGHT, flipZ(focus.z));
  camera.updateMatrixWorld();
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
