-- The types of what must not be readable here. The keys to it are wrapped by one outside of the database (docs/decisions/0016).

-- Layout, cipher (1 AES, 2 SM4), number of the data key, nonce, text and tag: made by the application, never by hand.
CREATE DOMAIN lib.sealed AS bytea
    CHECK (octet_length(VALUE) >= 34 AND get_byte(VALUE, 0) = 1 AND get_byte(VALUE, 1) IN (1, 2));

-- A keyed hash: finds an equal value of the same column and district, and says nothing about it.
CREATE DOMAIN lib.blind_index AS bytea CHECK (octet_length(VALUE) = 32);
