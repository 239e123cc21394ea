-- A graph on its way: what articles tell of nodes and edges that others may tell of too, and those that are done.
CREATE TABLE graph.node_row (
    type TEXT, node TEXT, story TEXT, published TEXT, source TEXT, mentions BIGINT, told TEXT
);
CREATE TABLE graph.edge_row (
    start TEXT, "end" TEXT, key TEXT, story TEXT, published TEXT, source TEXT, mentions BIGINT, data TEXT
);
CREATE TABLE graph.node (id TEXT, type TEXT, name TEXT, articles BIGINT, media BOOLEAN, data TEXT);
CREATE TABLE graph.edge (start TEXT, "end" TEXT, key TEXT, weight BIGINT, data TEXT);

-- Articles that are reprints or reprinted; names and other names of entities; who takes part; whom nobody believes to.
CREATE TABLE graph.printed (story TEXT, article TEXT, copied BOOLEAN, published TEXT, data TEXT);
CREATE TABLE graph.name (node TEXT, name TEXT, same TEXT, told BIGINT);
CREATE TABLE graph.alias (node TEXT, own TEXT, alias TEXT, same TEXT, told BIGINT);
CREATE TABLE graph.part (event TEXT, who TEXT, key TEXT, data TEXT);
CREATE TABLE graph.unbelieved (who TEXT);
