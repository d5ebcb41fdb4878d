// The steps of the calculation, beside the page so that it stays usable.
import 'altcha/workers/pbkdf2';
