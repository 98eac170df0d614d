import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;

/** A file of RDF, its notation known by its ending, to N-Quads: what Apache Jena read in it. */
public final class Read {
    public static void main(String[] files) {
        Lang lang = RDFLanguages.filenameToLang(files[0]);
        // Debian has no JSON-P implementation, which Jena's reader of JSON-LD 1.1 needs.
        Lang known = lang.equals(Lang.JSONLD) ? Lang.JSONLD10 : lang;
        Dataset read = DatasetFactory.create();
        RDFParser.source(files[0]).forceLang(known).parse(read);
        RDFDataMgr.write(System.out, read, Lang.NQUADS);
    }
}
