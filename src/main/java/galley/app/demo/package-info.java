/// The sample newsroom's material: an invented news day with its feeds, pictures, evidence, people and what they do hour by hour.
/// It lies in resources/galley/app/demo as plain documents. Nothing here acts.
@NullMarked
package galley.app.demo;

import org.jspecify.annotations.NullMarked;
