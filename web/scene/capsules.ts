import { CapsuleGeometry, Color, InstancedMesh, Matrix4, MeshLambertMaterial, Quaternion, Vector3 } from 'three';
import type { EntityType } from '../../shared/protocol/entity.ts';
import type { ActorDrawing } from './actor-drawing.ts';
import { applyAir } from './air.ts';
import { flipZ, turnOfYaw } from './coordinates.ts';
import type { Actor } from './view.ts';

const MOST = 256;
const RADIUS = 0.28;
const LENGTH = 1.1;
const HEAD_TILES = 1.75;
const COLOURS: Readonly<Record<EntityType, Color>> = {
  player: new Color(0x3a6ea8),
  person: new Color(0xa8703a),
  creature: new Color(0x8a4a3c),
  scenery: new Color(0x6a8a4a),
  item: new Color(0xd8b050),
};
const UP = new Vector3(0, 1, 0);

/** Actors as plain capsules: what is shown while figures are missing. */
export function createCapsules(): ActorDrawing {
  const geometry = new CapsuleGeometry(RADIUS, LENGTH, 3, 8).translate(0, RADIUS + LENGTH / 2, 0);
  const material = new MeshLambertMaterial();
  material.onBeforeCompile = applyAir;
  material.customProgramCacheKey = () => 'capsules';
  const mesh = new InstancedMesh(geometry, material, MOST);
  mesh.setColorAt(0, COLOURS.player);
  mesh.castShadow = true;
  mesh.receiveShadow = true;
  mesh.frustumCulled = false;
  const matrix = new Matrix4();
  const at = new Vector3();
  const turn = new Quaternion();
  const size = new Vector3();
  return {
    object: mesh,
    update({ actors, heightAt }) {
      mesh.count = 0;
      for (const actor of actors) {
        if (mesh.count >= MOST) break;
        const scale = scaleOf(actor);
        turn.setFromAxisAngle(UP, turnOfYaw(actor.yaw));
        matrix.compose(
          at.set(actor.x, heightAt(actor.x, actor.z), flipZ(actor.z)),
          turn,
          size.set(scale, scale, scale),
        );
        mesh.setMatrixAt(mesh.count, matrix);
        mesh.setColorAt(mesh.count, COLOURS[actor.type]);
        mesh.count++;
      }
      mesh.instanceMatrix.needsUpdate = true;
      if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
    },
    headHeight: (actor) => HEAD_TILES * scaleOf(actor),
    dispose() {
      geometry.dispose();
      material.dispose();
      mesh.dispose();
    },
  };
}

function scaleOf(actor: Actor): number {
  return actor.type === 'creature' ? 0.45 : 1;
}
