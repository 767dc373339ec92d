package galley.store;

import galley.story.Assets;
import galley.story.Hash;
import java.util.Optional;

/// Bytes under their hash, in SQLite.
final class SqliteAssets implements Assets {

    private final Database database;

    SqliteAssets(Database database) {
        this.database = database;
    }

    @Override
    public String keep(String mediaType, byte[] bytes) {
        var hash = Hash.hex(bytes);
        database.writing(h -> h.execute("INSERT INTO asset (hash, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
                hash, mediaType, bytes));
        return hash;
    }

    @Override
    public Optional<Asset> asset(String hash) {
        return database.read(h -> h.createQuery("SELECT * FROM asset WHERE hash = ?").bind(0, hash)
                .map((row, c) -> new Asset(row.getString("hash"), row.getString("media_type"), row.getBytes("bytes"))).findOne());
    }
}
