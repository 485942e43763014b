// Bands of a Sankey diagram that cross where they leave or reach a node: not in the order of the nodes at their other ends.
parts => {
  const complaints = [];
  const name = node => node.label || node.node?.label || node.pointNumber;
  for (const part of document.querySelectorAll(parts)) {
    for (const diagram of part.querySelectorAll('.sankey')) {
      const { graph, circular } = diagram.__data__;
      if (circular) continue;
      for (const node of graph.nodes) {
        for (const [links, here, there] of [[node.sourceLinks, 'y0', 'target'], [node.targetLinks, 'y1', 'source']]) {
          const bands = [...links].sort((a, b) => a[here] - b[here]);
          for (let i = 1; i < bands.length; i++) {
            if (bands[i - 1][there].y0 > bands[i][there].y0 + 0.5) {
              complaints.push(`bands cross at a node: ${name(node)}: ${name(bands[i - 1][there])}, ${name(bands[i][there])}`);
            }
          }
        }
      }
    }
  }
  return complaints;
}
