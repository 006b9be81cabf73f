/** Adds `Element.moveBefore` to jsdom. It inserts the element, and is as strict as a browser's. */
export function letBrowserMove(moves: (node: Node) => void): () => void {
  Object.defineProperty(Element.prototype, 'moveBefore', {
    configurable: true,
    value(this: Element, node: Node, child: Node | null) {
      if (!this.isConnected || !node.isConnected || node.contains(this))
        throw new DOMException('moveBefore() only moves within one document', 'HierarchyRequestError');
      moves(node);
      this.insertBefore(node, child);
    },
  });
  return () => void Reflect.deleteProperty(Element.prototype, 'moveBefore');
}
