// block_choice.js: leaves blocks that only an import makes out of the choice of blocks. Those on the page stay.
const neverCreated = new Set(["imported", "unresolved", "places"]);
const Definition = window.wagtailStreamField?.blocks?.StreamBlockDefinition;

if (Definition) {
  const render = Definition.prototype.render;
  Definition.prototype.render = function (...places) {
    this.groupedChildBlockDefs = this.groupedChildBlockDefs
      .map(([group, blocks]) => [group, blocks.filter((block) => !neverCreated.has(block.name))])
      .filter(([, blocks]) => blocks.length);
    return render.apply(this, places);
  };
}
