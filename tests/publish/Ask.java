import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DynamicDatasets;

/** A file of N-Quads and files of SELECT queries (NAME.rq) to their rows (NAME.json). */
public class Ask {
    public static void main(String[] files) throws Exception {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        RDFDataMgr.read(data, files[0]);
        for (int number = 1; number < files.length; number++) {
            Path file = Paths.get(files[number]);
            Query query = QueryFactory.create(Files.readString(file));
            // As Fuseki does: FROM chooses graphs of the store, and loads nothing.
            DatasetGraph seen =
                    DynamicDatasets.dynamicDataset(DatasetDescription.create(query), data, false);
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            Path out = Paths.get(files[number].replace(".rq", ".json"));
            try (QueryExecution asked =
                            QueryExecutionFactory.create(query, DatasetFactory.wrap(seen));
                    OutputStream rows = new FileOutputStream(out.toFile())) {
                ResultSetFormatter.outputAsJSON(rows, asked.execSelect());
            }
        }
    }
}
